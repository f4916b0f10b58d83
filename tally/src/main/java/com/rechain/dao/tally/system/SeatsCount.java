package com.rechain.dao.tally.system;

import com.rechain.dao.tally.ballot.Choice;
import com.rechain.dao.tally.exact.Rational;
import com.rechain.dao.tally.outcome.Trace;
import com.rechain.dao.tally.rules.Method;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rounds of a transferable vote for several seats. */
final class SeatsCount {

    private final int options;
    private final Method.Seats rules;
    private final SortedMap<Integer, Pile> hopeful = new TreeMap<>();
    private final SortedMap<Integer, Pile> surpluses = new TreeMap<>();
    private final SortedMap<Integer, Rational> scores = new TreeMap<>();
    private final SortedMap<Integer, Rational> held = new TreeMap<>();
    private final List<Integer> elected = new ArrayList<>();
    private final List<Trace.Round> rounds = new ArrayList<>();
    private final Inactive inactive = new Inactive();
    private final LevelOptions level;

    SeatsCount(int options, Method.Seats rules) {
        this.options = options;
        this.rules = rules;
        this.level = new LevelOptions(rules.level(), rounds);
        IntStream.rangeClosed(1, options).forEach(i -> hopeful.put(i, new Pile()));
    }

    /**
     * How it ended.
     *
     * @param scores what each elected option was elected with; zero for the others
     * @param elected in the order of their election
     */
    record End(List<Rational> scores, List<Integer> elected, Trace trace) {}

    /** Adds the ballots of one ranking. All are added before the first round. */
    void add(Choice ranking, BigInteger weight) {
        hand(new Paper((Choice.Ranking) ranking, weight), Rational.ONE);
    }

    End run() {
        Rational quota = quota(sum(standing()));
        boolean over = false;
        while (!over) {
            over = round(quota);
        }
        List<Rational> each =
                IntStream.rangeClosed(1, options)
                        .mapToObj(i -> scores.getOrDefault(i, Rational.ZERO))
                        .toList();
        return new End(each, elected, new Trace.Rounds(quota, rounds));
    }

    private Rational quota(Rational cast) {
        Rational oneMore = Rational.of(rules.seats() + 1L);
        return switch (rules.quota()) {
            case HARE -> cast.dividedBy(Rational.of(rules.seats()));
            case HAGENBACH_BISCHOFF -> cast.dividedBy(oneMore);
            case DROOP -> Rational.of(cast.dividedBy(oneMore).floor().add(BigInteger.ONE));
        };
    }

    /** Counts one round and tells whether it was the last. */
    private boolean round(Rational quota) {
        SortedMap<Integer, Rational> standing = standing();
        SortedMap<Integer, Rational> shown = new TreeMap<>(held);
        shown.putAll(standing);
        List<Integer> now = descending(standing, quota);
        boolean last = elected.size() + now.size() == rules.seats();
        if (!last && elected.size() + hopeful.size() <= rules.seats()) {
            // There are seats for all that are left, with or without the quota.
            now = descending(standing, null);
            last = true;
        }
        now.forEach(option -> elect(option, quota));
        if (last) {
            note(shown, List.of(), now, null, "");
        } else if (surpluses.isEmpty()) {
            eliminate(shown, now);
        } else {
            transfer(shown, now, quota);
        }
        return last;
    }

    /** Who has the quota (or, without one, any weight), the most first; level ones as listed. */
    private List<Integer> descending(
            SortedMap<Integer, Rational> standing, @Nullable Rational quota) {
        int enough = rules.quota() == Method.Quota.HAGENBACH_BISCHOFF ? 1 : 0;
        return standing.entrySet().stream()
                .filter(option -> option.getValue().signum() > 0)
                .filter(option -> quota == null || option.getValue().compareTo(quota) >= enough)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void elect(int option, Rational quota) {
        Pile pile = Objects.requireNonNull(hopeful.remove(option));
        Rational weight = pile.weight();
        elected.add(option);
        scores.put(option, weight);
        held.put(option, weight);
        if (weight.compareTo(quota) > 0) {
            surpluses.put(option, pile);
        }
    }

    /** The greatest surplus first; of level ones, the one that elimination would take last. */
    private void transfer(SortedMap<Integer, Rational> shown, List<Integer> now, Rational quota) {
        Rational most =
                surpluses.keySet().stream()
                        .map(scores::get)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        List<Integer> greatest =
                surpluses.keySet().stream()
                        .filter(option -> most.equals(scores.get(option)))
                        .toList();
        int from = level.keeper(greatest);
        Rational surplus = most.minus(quota);
        Rational share = surplus.dividedBy(most);
        note(
                shown,
                List.of(),
                now,
                new Trace.Transfer(from, surplus, share),
                greatest.size() == 1 ? "" : rules.level().tieBreak().code());
        held.put(from, quota);
        Objects.requireNonNull(surpluses.remove(from))
                .forEach((paper, part) -> hand(paper, part.times(share)));
    }

    private void eliminate(SortedMap<Integer, Rational> shown, List<Integer> now) {
        SortedMap<Integer, Rational> standing = standing();
        Rational least = standing.values().stream().min(Comparator.naturalOrder()).orElseThrow();
        List<Integer> lowest =
                standing.entrySet().stream()
                        .filter(option -> option.getValue().equals(least))
                        .map(Map.Entry::getKey)
                        .toList();
        int leaving = level.leaver(lowest);
        note(
                shown,
                List.of(leaving),
                now,
                null,
                lowest.size() == 1 ? "" : rules.level().tieBreak().code());
        Objects.requireNonNull(hopeful.remove(leaving)).forEach(this::hand);
    }

    private void hand(Paper paper, Rational part) {
        Paper.Place place = paper.advance(hopeful.keySet(), rules.marks());
        if (place == Paper.Place.WITH_OPTION) {
            Objects.requireNonNull(hopeful.get(paper.option())).add(paper, part);
        } else {
            inactive.add(place, part.times(paper.weight()));
        }
    }

    private SortedMap<Integer, Rational> standing() {
        SortedMap<Integer, Rational> standing = new TreeMap<>();
        hopeful.forEach((option, pile) -> standing.put(option, pile.weight()));
        return standing;
    }

    private void note(
            SortedMap<Integer, Rational> shown,
            List<Integer> eliminated,
            List<Integer> now,
            Trace.@Nullable Transfer transfer,
            String tieBreak) {
        List<Trace.Standing> each =
                shown.entrySet().stream()
                        .map(option -> new Trace.Standing(option.getKey(), option.getValue()))
                        .toList();
        rounds.add(
                new Trace.Round(
                        each, sum(shown), inactive.shown(), eliminated, now, transfer, tieBreak));
    }

    private static Rational sum(SortedMap<Integer, Rational> weights) {
        return weights.values().stream().reduce(Rational.ZERO, Rational::plus);
    }
}
