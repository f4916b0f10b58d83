package com.rechain.dao.voting.writer;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.tally.ballot.Count;
import com.rechain.dao.tally.rules.ChangeOfVote;
import com.rechain.dao.tally.rules.Visibility;
import com.rechain.dao.voting.box.Box;
import com.rechain.dao.voting.writer.BatchFacts.UsedKey;
import com.rechain.dao.voting.writer.BatchPlan.Counter;
import com.rechain.dao.voting.writer.CastOutcome.Accepted;
import com.rechain.dao.voting.writer.CastOutcome.AlreadyVoted;
import com.rechain.dao.voting.writer.CastOutcome.KeyReused;
import com.rechain.dao.voting.writer.CastOutcome.NotEligible;
import com.rechain.dao.voting.writer.CastOutcome.Repeated;
import com.rechain.dao.voting.writer.CastOutcome.Replaced;
import com.rechain.dao.voting.writer.CastOutcome.Replayed;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BatchPlanTest {
    private static final BigInteger WEIGHT = BigInteger.valueOf(7);

    private final Box box = Ballots.box();
    private final UUID voter = UUID.randomUUID();
    private final UUID stranger = UUID.randomUUID();

    @Test
    void severalBallotsOfOneVoterAreRevisionsInTheirOrder() {
        BatchPlan plan =
                plan(
                        facts(Map.of(), Map.of()),
                        Ballots.cast(box, voter, 1),
                        Ballots.cast(box, voter, 2),
                        Ballots.cast(box, voter, 2),
                        Ballots.cast(box, voter, 3));

        assertThat(plan.outcomes())
                .hasExactlyElementsOfTypes(
                        Accepted.class, Replaced.class, Repeated.class, Replaced.class);
        assertThat(plan.recorded())
                .extracting(ballot -> ballot.receipt().revision())
                .containsExactly(1, 2, 3);
        assertThat(plan.currents())
                .singleElement()
                .satisfies(current -> {
                    assertThat(current.receipt().choice()).isEqualTo("3");
                    assertThat(current.replaces()).isZero();
                });
        assertThat(plan.counters()).isEqualTo(Map.of(counter("3"), new Count(WEIGHT, 1)));
    }

    @Test
    void aReplacementMovesItsWeightAndReplacesTheStoredRevision() {
        CurrentBallot stored = new CurrentBallot(4, "1", null, WEIGHT, Ballots.DURING, "{}");

        BatchPlan plan =
                plan(
                        facts(Map.of(new BallotKey(box.proposalId(), voter), stored), Map.of()),
                        Ballots.cast(box, voter, 2));

        assertThat(plan.currents())
                .singleElement()
                .satisfies(current -> {
                    assertThat(current.receipt().revision()).isEqualTo(5);
                    assertThat(current.replaces()).isEqualTo(4);
                });
        assertThat(plan.counters())
                .isEqualTo(
                        Map.of(
                                counter("1"),
                                new Count(WEIGHT.negate(), -1),
                                counter("2"),
                                new Count(WEIGHT, 1)));
    }

    @Test
    void goingBackToTheStoredChoiceLeavesTheCountersAlone() {
        CurrentBallot stored = new CurrentBallot(1, "1", null, WEIGHT, Ballots.DURING, "{}");

        BatchPlan plan =
                plan(
                        facts(Map.of(new BallotKey(box.proposalId(), voter), stored), Map.of()),
                        Ballots.cast(box, voter, 2),
                        Ballots.cast(box, voter, 1));

        assertThat(plan.recorded()).hasSize(2);
        assertThat(plan.counters()).isEmpty();
    }

    @Test
    void aStrangersBallotStandsInNobodysWay() {
        BatchPlan plan =
                plan(
                        facts(Map.of(), Map.of()),
                        Ballots.cast(box, stranger, 1),
                        Ballots.cast(box, voter, 1));

        assertThat(plan.outcomes()).hasExactlyElementsOfTypes(NotEligible.class, Accepted.class);
        assertThat(plan.recorded()).hasSize(1);
    }

    @Test
    void oneKeyCountsOnceWithinABatchToo() {
        KeyedRequest key = new KeyedRequest(box.proposalId(), voter, "k", "aa");
        KeyedRequest other = new KeyedRequest(box.proposalId(), voter, "k", "bb");

        BatchPlan plan =
                plan(
                        facts(Map.of(), Map.of()),
                        Ballots.cast(box, voter, 1, key, Ballots.DURING),
                        Ballots.cast(box, voter, 1, key, Ballots.DURING),
                        Ballots.cast(box, voter, 2, other, Ballots.DURING));

        assertThat(plan.outcomes())
                .hasExactlyElementsOfTypes(Accepted.class, Replayed.class, KeyReused.class);
        assertThat(plan.used()).hasSize(1);
        assertThat(((Replayed) plan.outcomes().get(1)).receipt())
                .isEqualTo(((Accepted) plan.outcomes().getFirst()).receipt());
    }

    @Test
    void aKeyIsAnsweredEvenAfterTheEnd() {
        KeyedRequest key = new KeyedRequest(box.proposalId(), voter, "k", "aa");

        BatchPlan plan =
                plan(
                        facts(Map.of(), Map.of(key.slot(), new UsedKey("aa", "{\"r\":1}"))),
                        Ballots.cast(box, voter, 1, key, Ballots.END));

        assertThat(plan.outcomes()).containsExactly(new Replayed("{\"r\":1}"));
    }

    @Test
    void aSecondBallotIsRefusedWithinABatchWhereTheRulesForbidChange() {
        Box once = Ballots.box(ChangeOfVote.NONE, Visibility.PUBLIC_LIVE);
        BatchFacts facts =
                new BatchFacts(
                        Map.of(once.proposalId(), Ballots.open(once)),
                        Map.of(new BallotKey(once.proposalId(), voter), WEIGHT),
                        Map.of(),
                        Map.of());

        BatchPlan plan =
                BatchPlan.of(
                        List.of(Ballots.cast(once, voter, 1), Ballots.cast(once, voter, 2)), facts);

        assertThat(plan.outcomes()).hasExactlyElementsOfTypes(Accepted.class, AlreadyVoted.class);
    }

    private BatchPlan plan(BatchFacts facts, Cast... casts) {
        return BatchPlan.of(List.of(casts), facts);
    }

    private BatchFacts facts(
            Map<BallotKey, CurrentBallot> current, Map<KeyedRequest.Slot, UsedKey> keys) {
        return new BatchFacts(
                Map.of(box.proposalId(), Ballots.open(box)),
                Map.of(new BallotKey(box.proposalId(), voter), WEIGHT),
                current,
                keys);
    }

    private Counter counter(String choice) {
        return new Counter(box.proposalId(), choice);
    }
}
