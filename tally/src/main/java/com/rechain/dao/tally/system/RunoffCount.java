package com.rechain.dao.tally.system;

import com.rechain.dao.tally.ballot.Choice;
import com.rechain.dao.tally.exact.Rational;
import com.rechain.dao.tally.outcome.Trace;
import com.rechain.dao.tally.rules.Method;
import com.rechain.dao.tally.rules.Method.Elimination;
import com.rechain.dao.tally.rules.Method.Stop;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The rounds of an instant runoff. Ballots are handed on in piles, so each is moved seldom. */
final class RunoffCount {

    private final int options;
    private final Method.Runoff rules;
    private final SortedMap<Integer, List<Paper>> piles = new TreeMap<>();
    private final Inactive inactive = new Inactive();
    private final List<Trace.Round> rounds = new ArrayList<>();
    private final LevelOptions level;

    RunoffCount(int options, Method.Runoff rules) {
        this.options = options;
        this.rules = rules;
        this.level = new LevelOptions(rules.level(), rounds);
        IntStream.rangeClosed(1, options).forEach(i -> piles.put(i, new ArrayList<>()));
    }

    /**
     * How it ended.
     *
     * @param scores of the last round; zero for options that were out
     * @param leaders the winner, or those that no round could tell apart
     */
    record End(List<Rational> scores, List<Integer> leaders, Trace trace) {}

    /** Adds the ballots of one ranking. All are added before the first round. */
    void add(Choice ranking, BigInteger weight) {
        hand(new Paper((Choice.Ranking) ranking, weight));
    }

    End run() {
        while (true) {
            SortedMap<Integer, BigInteger> standing = standing();
            List<Integer> leaders = leaders(standing);
            if (!leaders.isEmpty()) {
                record(standing, List.of(), leaders.size() == 1 ? leaders : List.of(), "");
                return new End(scores(standing), leaders, new Trace.Rounds(null, rounds));
            }
            eliminate(standing);
        }
    }

    /** Who has won by this round, or shares a lead that nothing can break; empty to go on. */
    private List<Integer> leaders(SortedMap<Integer, BigInteger> standing) {
        BigInteger continuing = sum(standing);
        if (continuing.signum() == 0) {
            return List.copyOf(standing.keySet());
        }
        BigInteger best = standing.values().stream().reduce(BigInteger.ZERO, BigInteger::max);
        boolean majority = best.shiftLeft(1).compareTo(continuing) > 0;
        if (standing.size() <= 2 || majority && rules.stop() == Stop.MAJORITY) {
            return standing.entrySet().stream()
                    .filter(option -> option.getValue().equals(best))
                    .map(Map.Entry::getKey)
                    .toList();
        }
        return List.of();
    }

    private void eliminate(SortedMap<Integer, BigInteger> standing) {
        List<Integer> leaving = rules.leaveFirst().stream().filter(piles::containsKey).toList();
        boolean asked = !leaving.isEmpty();
        leaving = asked ? leaving : hopeless(standing);
        String tieBreak = "";
        if (!asked && leaving.size() < 2) {
            List<Integer> last = lowest(standing);
            leaving = List.of(last.size() == 1 ? last.getFirst() : level.leaver(last));
            tieBreak = last.size() == 1 ? "" : rules.level().tieBreak().code();
        }
        record(standing, leaving, List.of(), tieBreak);
        List<Paper> loose = new ArrayList<>();
        leaving.forEach(option -> loose.addAll(piles.remove(option)));
        loose.forEach(this::hand);
    }

    /**
     * Options that could not reach the next one above even with all weight of those below (batch
     * elimination as in RCTab); none unless the rules ask for it.
     */
    private List<Integer> hopeless(SortedMap<Integer, BigInteger> standing) {
        List<Integer> leaving = List.of();
        if (rules.elimination() == Elimination.SINGLE) {
            return leaving;
        }
        List<Map.Entry<Integer, BigInteger>> ascending = new ArrayList<>(standing.entrySet());
        ascending.sort(Map.Entry.comparingByValue());
        BigInteger below = BigInteger.ZERO;
        for (int i = 0; i < ascending.size(); i++) {
            boolean catchesUp = below.compareTo(ascending.get(i).getValue()) >= 0;
            boolean leavesTwo = rules.stop() == Stop.MAJORITY || ascending.size() - i >= 2;
            if (!catchesUp && leavesTwo) {
                leaving = ascending.subList(0, i).stream().map(Map.Entry::getKey).toList();
            }
            below = below.add(ascending.get(i).getValue());
        }
        return leaving.stream().sorted().toList();
    }

    private static List<Integer> lowest(SortedMap<Integer, BigInteger> standing) {
        BigInteger least = standing.values().stream().min(Comparator.naturalOrder()).orElseThrow();
        return standing.entrySet().stream()
                .filter(option -> option.getValue().equals(least))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void hand(Paper paper) {
        Paper.Place place = paper.advance(piles.keySet(), rules.marks());
        if (place == Paper.Place.WITH_OPTION) {
            piles.computeIfPresent(
                    paper.option(),
                    (_, pile) -> {
                        pile.add(paper);
                        return pile;
                    });
        } else {
            inactive.add(place, Rational.of(paper.weight()));
        }
    }

    private SortedMap<Integer, BigInteger> standing() {
        SortedMap<Integer, BigInteger> standing = new TreeMap<>();
        piles.forEach((option, papers) ->
                standing.put(
                        option,
                        papers.stream()
                                .map(Paper::weight)
                                .reduce(BigInteger.ZERO, BigInteger::add)));
        return standing;
    }

    private void record(
            SortedMap<Integer, BigInteger> standing,
            List<Integer> eliminated,
            List<Integer> elected,
            String tieBreak) {
        List<Trace.Standing> each =
                standing.entrySet().stream()
                        .map(option ->
                                new Trace.Standing(option.getKey(), Rational.of(option.getValue())))
                        .toList();
        rounds.add(
                new Trace.Round(
                        each,
                        Rational.of(sum(standing)),
                        inactive.shown(),
                        eliminated,
                        elected,
                        null,
                        tieBreak));
    }

    private List<Rational> scores(SortedMap<Integer, BigInteger> standing) {
        return IntStream.rangeClosed(1, options)
                .mapToObj(i -> Rational.of(standing.getOrDefault(i, BigInteger.ZERO)))
                .toList();
    }

    private static BigInteger sum(SortedMap<Integer, BigInteger> standing) {
        return standing.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }
}
