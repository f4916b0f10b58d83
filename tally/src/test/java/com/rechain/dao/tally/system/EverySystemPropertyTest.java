package com.rechain.dao.tally.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.tally.ballot.BallotCheck;
import com.rechain.dao.tally.ballot.Choice;
import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.tally.exact.Rational;
import com.rechain.dao.tally.json.StrictJson;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.outcome.Trace;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What every voting system promises, tried with ballots drawn at random. */
class EverySystemPropertyTest {

    private static final int OPTIONS = 4;
    private static final Eligible ELIGIBLE = new Eligible(BigInteger.valueOf(1_000_000), 1_000);

    /** A vote: its system and what was cast, one after the other. */
    record Poll(Rules rules, List<Cast> casts) {
        /** Whether options are for and against, and not names. */
        boolean hasSides() {
            return rules.system() == SystemName.BASIC || rules.system() == SystemName.OPTIMISTIC;
        }

        VotingSystem system() {
            return VotingSystem.of(rules.system());
        }

        int options() {
            return hasSides() ? 3 : OPTIONS;
        }
    }

    record Cast(int voter, Choice choice, BigInteger weight) {}

    @Property
    void orderNeverMatters(@ForAll("polls") Poll poll, @ForAll long seed) {
        List<Cast> shuffled = new ArrayList<>(poll.casts());
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(decide(poll, count(poll, shuffled))).isEqualTo(decide(poll, counted(poll)));
    }

    @Property
    void replacingBallotsIsARecountOfTheCurrentOnesAtEveryPrefix(@ForAll("polls") Poll poll) {
        Tally incremental = poll.system().emptyTally(poll.options());
        Map<Integer, Cast> current = new HashMap<>();
        for (Cast cast : poll.casts()) {
            Cast replaced = current.put(cast.voter(), cast);
            if (replaced != null) {
                incremental.remove(replaced.choice(), replaced.weight());
            }
            incremental.add(cast.choice(), cast.weight());

            Tally recount = count(poll, List.copyOf(current.values()));
            assertThat(incremental.counters()).isEqualTo(recount.counters());
            assertThat(decide(poll, incremental)).isEqualTo(decide(poll, recount));
        }
    }

    @Property
    void mergingPartsIsTheTallyOfTheUnion(@ForAll("polls") Poll poll, @ForAll int cut) {
        int at = poll.casts().isEmpty() ? 0 : Math.floorMod(cut, poll.casts().size());
        Tally merged = count(poll, poll.casts().subList(0, at));
        merged.merge(count(poll, poll.casts().subList(at, poll.casts().size())));

        assertThat(merged).isEqualTo(counted(poll));
        assertThat(decide(poll, merged)).isEqualTo(decide(poll, counted(poll)));
    }

    @Property
    void whatIsStoredIsReadAgainAsTheSameBallot(@ForAll("polls") Poll poll) {
        for (Cast cast : poll.casts()) {
            JsonNode stored = StrictJson.parse(cast.choice().canonical()).orElseThrow();

            assertThat(poll.system().check(stored, poll.options(), poll.rules()))
                    .isEqualTo(new BallotCheck.Valid(cast.choice()));
        }
    }

    @Property
    void renamingOptionsPermutesTheScores(@ForAll("polls") Poll poll, @ForAll long seed) {
        // For and against are no names; and who is last of level options is told by their order.
        if (poll.hasSides() || tellsLevelOptionsByOrder(poll.rules().system())) {
            return;
        }
        List<Integer> renamed = new ArrayList<>(IntStream.rangeClosed(1, OPTIONS).boxed().toList());
        Collections.shuffle(renamed, new Random(seed));
        List<Cast> casts =
                poll.casts().stream()
                        .map(cast ->
                                new Cast(
                                        cast.voter(),
                                        rename(cast.choice(), renamed),
                                        cast.weight()))
                        .toList();

        Decision original = decide(poll, counted(poll));
        Decision permuted = decide(poll, count(poll, casts));

        for (int option = 1; option <= OPTIONS; option++) {
            assertThat(permuted.scores().get(renamed.get(option - 1) - 1))
                    .isEqualTo(original.scores().get(option - 1));
        }
        assertThat(permuted.winner()).isEqualTo(original.winner().map(w -> renamed.get(w - 1)));
    }

    private static boolean tellsLevelOptionsByOrder(SystemName system) {
        return switch (system) {
            case RANKED_CHOICE, STV, BUDGET -> true;
            case BASIC,
                    OPTIMISTIC,
                    SINGLE_CHOICE,
                    APPROVAL,
                    WEIGHTED,
                    QUADRATIC,
                    SCORE,
                    BORDA,
                    COPELAND,
                    SCHULZE ->
                    false;
        };
    }

    @Property
    void allWeightIsCountedOrNamed(@ForAll("polls") Poll poll) {
        Decision decision = decide(poll, counted(poll));
        Rational cast = Rational.of(decision.cast().weight());
        Rational scores = decision.scores().stream().reduce(Rational.ZERO, Rational::plus);

        assertThat(decision.cast().ballots()).isEqualTo(poll.casts().size());
        switch (poll.rules().system()) {
            case BASIC, OPTIMISTIC, SINGLE_CHOICE, WEIGHTED, QUADRATIC ->
                    assertThat(scores).isEqualTo(cast);
            case RANKED_CHOICE, STV -> {
                var rounds = ((Trace.Rounds) decision.trace()).rounds();
                assertThat(rounds)
                        .allSatisfy(round -> {
                            var out = round.inactive();
                            assertThat(
                                            round.continuing()
                                                    .plus(out.exhausted())
                                                    .plus(out.overvoted())
                                                    .plus(out.repeated())
                                                    .plus(out.skipped()))
                                    .isEqualTo(cast);
                        });
            }
            case APPROVAL, SCORE, BORDA, COPELAND, SCHULZE, BUDGET ->
                    assertThat(decision.scores()).allMatch(score -> score.signum() >= 0);
        }
    }

    @Property
    void moreSupportNeverHurtsTheWinnerWhereThatIsPromised(@ForAll("polls") Poll poll) {
        // Instant runoff does not promise it, and a Copeland score depends on all pairs.
        Decision before = decide(poll, counted(poll));
        before.winner()
                .flatMap(winner -> solely(poll.rules().system(), winner))
                .ifPresent(support -> {
                    Tally more = counted(poll);
                    more.add(support, BigInteger.ONE);

                    assertThat(decide(poll, more).winners())
                            .contains(before.winner().orElseThrow());
                });
    }

    private static Optional<Choice> solely(SystemName system, int winner) {
        return switch (system) {
            case BASIC, OPTIMISTIC, SINGLE_CHOICE -> Optional.of(new Choice.Option(winner));
            case APPROVAL, BUDGET ->
                    Optional.of(new Choice.Approved(new TreeSet<>(List.of(winner))));
            case WEIGHTED, QUADRATIC, SCORE ->
                    Optional.of(new Choice.Points(new TreeMap<>(Map.of(winner, 1L))));
            case BORDA, SCHULZE ->
                    Optional.of(new Choice.Ranking(List.of(new TreeSet<>(List.of(winner)))));
            case RANKED_CHOICE, STV, COPELAND -> Optional.empty();
        };
    }

    private static Choice rename(Choice choice, List<Integer> renamed) {
        return switch (choice) {
            case Choice.Option(int index) -> new Choice.Option(renamed.get(index - 1));
            case Choice.Approved(var options) -> new Choice.Approved(all(options, renamed));
            case Choice.Points(var points) -> {
                TreeMap<Integer, Long> moved = new TreeMap<>();
                points.forEach((option, amount) -> moved.put(renamed.get(option - 1), amount));
                yield new Choice.Points(moved);
            }
            case Choice.Ranking(var ranks) ->
                    new Choice.Ranking(ranks.stream().map(rank -> all(rank, renamed)).toList());
        };
    }

    private static SortedSet<Integer> all(SortedSet<Integer> options, List<Integer> renamed) {
        SortedSet<Integer> moved = new TreeSet<>();
        options.forEach(option -> moved.add(renamed.get(option - 1)));
        return moved;
    }

    private static Tally counted(Poll poll) {
        return count(poll, poll.casts());
    }

    private static Tally count(Poll poll, List<Cast> casts) {
        Tally tally = poll.system().emptyTally(poll.options());
        casts.forEach(cast -> tally.add(cast.choice(), cast.weight()));
        return tally;
    }

    private static Decision decide(Poll poll, Tally tally) {
        return poll.system().decide(tally, poll.options(), poll.rules(), ELIGIBLE);
    }

    @Provide
    Arbitrary<Poll> polls() {
        return Arbitraries.of(SystemName.values())
                .flatMap(system ->
                        casts(choices(system)).map(casts -> new Poll(rules(system), casts)));
    }

    private static Rules rules(SystemName system) {
        return switch (system) {
            case STV -> method(system, "{\"seats\":\"2\"}");
            case BUDGET ->
                    method(system, "{\"budget\":\"100\",\"costs\":[\"60\",\"50\",\"40\",\"10\"]}");
            default -> Rules.defaultsFor(system);
        };
    }

    private static Rules method(SystemName system, String method) {
        return Rules.parseWithDefaults(
                        system, StrictJson.parse("{\"method\":" + method + "}").orElseThrow())
                .orElseThrow();
    }

    private static Arbitrary<List<Cast>> casts(Arbitrary<Choice> choices) {
        Arbitrary<Integer> voters = Arbitraries.integers().between(1, 6);
        Arbitrary<BigInteger> weights =
                Arbitraries.oneOf(
                        Arbitraries.bigIntegers().between(BigInteger.ONE, BigInteger.TEN),
                        Arbitraries.bigIntegers()
                                .between(
                                        BigInteger.ONE,
                                        BigInteger.TEN.pow(38).subtract(BigInteger.ONE)));
        return Combinators.combine(voters, choices, weights).as(Cast::new).list().ofMaxSize(12);
    }

    private static Arbitrary<Choice> choices(SystemName system) {
        Arbitrary<Integer> option = Arbitraries.integers().between(1, OPTIONS);
        Arbitrary<Choice> ranking =
                option.list()
                        .uniqueElements()
                        .ofMinSize(1)
                        .ofMaxSize(OPTIONS)
                        .map(order ->
                                new Choice.Ranking(
                                        order.stream()
                                                .<SortedSet<Integer>>map(
                                                        one -> new TreeSet<>(List.of(one)))
                                                .toList()));
        return switch (system) {
            case BASIC, OPTIMISTIC -> Arbitraries.integers().between(1, 3).map(Choice.Option::new);
            case SINGLE_CHOICE -> option.map(Choice.Option::new);
            case APPROVAL, BUDGET ->
                    option.set().ofMinSize(1).map(all -> new Choice.Approved(new TreeSet<>(all)));
            case WEIGHTED, QUADRATIC, SCORE ->
                    Arbitraries.maps(option, Arbitraries.longs().between(1, 10))
                            .ofMinSize(1)
                            .map(points -> new Choice.Points(new TreeMap<>(points)));
            case RANKED_CHOICE, STV, BORDA, COPELAND, SCHULZE -> ranking;
        };
    }
}
