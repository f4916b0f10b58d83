package com.rechain.dao.tally.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.tally.ballot.Choice;
import com.rechain.dao.tally.ballot.OptionTally;
import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.tally.json.StrictJson;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForesightTest {

    private static final String FINAL =
            "\"changeOfVote\":\"NONE\",\"delegation\":{\"depth\":\"0\"},\"ending\":{\"early\":true}";

    /** Weights for, against and abstaining of 100; a fifth must take part. */
    @ParameterizedTest
    @CsvSource({
        "51, 0, 0, true",
        "50, 0, 0, false",
        "0, 49, 0, false",
        "0, 50, 0, true",
        "30, 20, 41, true",
        "30, 20, 40, false",
        "0, 0, 19, false",
        // All that is left for cannot reach more than what is against.
        "10, 55, 0, true"
    })
    void endsWhenNothingCouldChangeTheOutcome(long yes, long no, long abstain, boolean ends) {
        String partial =
                "{%s,\"quorum\":{\"base\":\"CAST\",\"comparison\":\"GE\",\"numerator\":\"1\",\"denominator\":\"5\"}}"
                        .formatted(FINAL);

        assertThat(endsEarly(SystemName.BASIC, partial, 100, yes, no, abstain))
                .isEqualTo(ends ? Optional.of(EarlyEnd.DECIDED) : Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"20, true", "19, false"})
    void anObjectionThatIsReachedStays(long against, boolean ends) {
        assertThat(endsEarly(SystemName.OPTIMISTIC, "{" + FINAL + "}", 100, 1, against, 0))
                .isEqualTo(ends ? Optional.of(EarlyEnd.DECIDED) : Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"51, 10, 0, true", "40, 20, 20, false", "40, 19, 20, false", "41, 20, 20, true"})
    void aLeadIsSafeWhenAllThatIsLeftCannotCatchUp(
            long first, long second, long third, boolean ends) {
        assertThat(
                        endsEarly(
                                SystemName.SINGLE_CHOICE,
                                "{" + FINAL + "}",
                                100,
                                first,
                                second,
                                third))
                .isEqualTo(ends ? Optional.of(EarlyEnd.DECIDED) : Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"60, 10, true", "59, 10, false", "60, 60, false"})
    void aSuperQuorumEndsWhatPasses(long yes, long no, boolean ends) {
        String partial =
                "{\"changeOfVote\":\"NONE\",\"ending\":{\"superQuorum\":{\"comparison\":\"GE\",\"numerator\":\"3\",\"denominator\":\"10\"}}}";

        assertThat(endsEarly(SystemName.BASIC, partial, 200, yes, no, 0))
                .isEqualTo(ends ? Optional.of(EarlyEnd.SUPER_QUORUM) : Optional.empty());
    }

    @Test
    void nothingEndsEarlyWithoutARuleThatSaysSo() {
        assertThat(endsEarly(SystemName.BASIC, "{}", 100, 100, 0, 0)).isEmpty();
    }

    /** A vote that may end early, what has been cast, and a seed for what might still come. */
    record Open(Rules rules, List<Long> cast, long left, long seed) {}

    @Property(tries = 3000)
    void whatIsSettledStaysWhateverStillComes(@ForAll("votes") Open vote) {
        VotingSystem system = VotingSystem.of(vote.rules().system());
        int options = vote.cast().size();
        long cast = vote.cast().stream().mapToLong(Long::longValue).sum();
        Eligible eligible = new Eligible(BigInteger.valueOf(cast + vote.left()), 1_000);
        Tally tally = tally(vote.cast());
        if (system.endsEarly(tally, options, vote.rules(), eligible).isEmpty()) {
            return;
        }
        var settled = system.decide(tally, options, vote.rules(), eligible);
        Random random = new Random(vote.seed());
        for (int i = 0; i < 20; i++) {
            Tally more = tally(vote.cast());
            long left = vote.left();
            while (left > 0 && random.nextInt(4) > 0) {
                long part = 1 + random.nextLong(left);
                more.add(new Choice.Option(1 + random.nextInt(options)), BigInteger.valueOf(part));
                left -= part;
            }
            var later = system.decide(more, options, vote.rules(), eligible);
            assertThat(later.verdict()).isEqualTo(settled.verdict());
            assertThat(later.winners()).isEqualTo(settled.winners());
        }
    }

    @Provide
    Arbitrary<Open> votes() {
        Arbitrary<String> systems = Arbitraries.of("basic", "veto", "optimistic", "single-choice");
        Arbitrary<String> ties = Arbitraries.of("DEFEAT", "STATUS_QUO", "RUNOFF");
        Arbitrary<String> quorums =
                Arbitraries.of("CAST", "TURNOUT", "FOR", "FOR_ABSTAIN", "AGAINST");
        Arbitrary<List<Long>> cast = Arbitraries.longs().between(0, 30).list().ofSize(4);
        return Combinators.combine(
                        systems,
                        ties,
                        quorums,
                        Arbitraries.integers().between(0, 40),
                        cast,
                        Arbitraries.longs().between(0, 20),
                        Arbitraries.longs())
                .as((system, tie, base, amount, weights, left, seed) ->
                        open(system, tie, base, amount, weights, new long[] {left, seed}));
    }

    private static Open open(
            String system,
            String ties,
            String base,
            int amount,
            List<Long> weights,
            long[] leftAndSeed) {
        SystemName name =
                switch (system) {
                    case "optimistic" -> SystemName.OPTIMISTIC;
                    case "single-choice" -> SystemName.SINGLE_CHOICE;
                    default -> SystemName.BASIC;
                };
        String quorumBase =
                switch (name) {
                    case OPTIMISTIC -> "AGAINST";
                    case SINGLE_CHOICE -> base.equals("TURNOUT") ? base : "CAST";
                    default -> base;
                };
        String veto =
                system.equals("veto")
                        ? ",\"veto\":{\"base\":\"CAST\",\"comparison\":\"GT\",\"numerator\":\"1\",\"denominator\":\"3\"}"
                        : "";
        String partial =
                "{%s,\"ties\":\"%s\",\"quorum\":{\"base\":\"%s\",\"comparison\":\"GE\",\"amount\":\"%d\"}%s}"
                        .formatted(FINAL, ties, quorumBase, amount, veto);
        int options = system.equals("veto") ? 4 : 3;
        return new Open(
                rules(name, partial),
                new ArrayList<>(weights.subList(0, options)),
                leftAndSeed[0],
                leftAndSeed[1]);
    }

    private static Optional<EarlyEnd> endsEarly(
            SystemName system, String partial, long eligible, long... weights) {
        List<Long> cast = new ArrayList<>();
        for (long weight : weights) {
            cast.add(weight);
        }
        return VotingSystem.of(system)
                .endsEarly(
                        tally(cast),
                        weights.length,
                        rules(system, partial),
                        new Eligible(BigInteger.valueOf(eligible), 50));
    }

    private static Tally tally(List<Long> weights) {
        OptionTally tally = new OptionTally(weights.size());
        for (int i = 0; i < weights.size(); i++) {
            if (weights.get(i) > 0) {
                tally.add(new Choice.Option(i + 1), BigInteger.valueOf(weights.get(i)));
            }
        }
        return tally;
    }

    private static Rules rules(SystemName system, String partial) {
        return Rules.parseWithDefaults(system, StrictJson.parse(partial).orElseThrow())
                .orElseThrow();
    }
}
