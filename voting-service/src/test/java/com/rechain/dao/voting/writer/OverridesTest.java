package com.rechain.dao.voting.writer;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.tally.ballot.Count;
import com.rechain.dao.voting.box.Box;
import com.rechain.dao.voting.writer.BatchPlan.Counter;
import com.rechain.dao.voting.writer.CastOutcome.Accepted;
import com.rechain.dao.voting.writer.CastOutcome.NoWeightLeft;
import com.rechain.dao.voting.writer.CastOutcome.Replaced;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An owner of 10 gives 6 to a delegate, who has 0 or 3 of their own. */
class OverridesTest {
    private final Box box = Ballots.box();
    private final UUID owner = UUID.randomUUID();
    private final UUID delegate = UUID.randomUUID();
    private final FlowKey.Passing flow =
            new FlowKey.Passing(new FlowKey(box.proposalId(), 0), delegate, BigInteger.valueOf(6));
    private final Map<BallotKey, BigInteger> weights = new HashMap<>();
    private final Map<BallotKey, CurrentBallot> current = new HashMap<>();

    @Test
    void anOverrideBeforeTheDelegatesBallotLeavesItsOwnWeight() {
        weigh(9);

        BatchPlan plan = plan(owner, delegate);

        assertThat(plan.outcomes()).hasOnlyElementsOfType(Accepted.class);
        assertThat(plan.counters())
                .isEqualTo(Map.of(counter("1"), count(10), counter("2"), count(3)));
        assertThat(plan.overrides().ballots()).isEmpty();
        assertThat(plan.overrides().entries())
                .isEqualTo(Map.of(key(delegate), BigInteger.valueOf(6)));
    }

    @Test
    void anOverrideAfterItTakesTheWeightOutOfTheBallot() {
        weigh(9);

        BatchPlan plan = plan(delegate, owner);

        assertThat(plan.counters())
                .isEqualTo(Map.of(counter("1"), count(3), counter("2"), count(10)));
        assertThat(plan.overrides().ballots())
                .singleElement()
                .satisfies(lighter -> {
                    assertThat(lighter.ballot()).isEqualTo(key(delegate));
                    assertThat(lighter.by()).isEqualTo(owner);
                    assertThat(lighter.before()).isEqualTo(9);
                    assertThat(lighter.after()).isEqualTo(3);
                });
        assertThat(plan.recorded().getFirst().receipt().weight()).isEqualTo(9);
    }

    @Test
    void aBallotThatLosesEverythingStaysUncounted() {
        weigh(6);
        current.put(
                key(delegate),
                new CurrentBallot(1, "1", null, BigInteger.valueOf(6), Ballots.DURING, "{}"));

        BatchPlan plan = plan(owner, delegate);

        assertThat(plan.outcomes().getFirst()).isInstanceOf(Accepted.class);
        assertThat(plan.outcomes().getLast()).isInstanceOf(Replaced.class);
        assertThat(plan.counters())
                .isEqualTo(Map.of(counter("1"), new Count(BigInteger.valueOf(10 - 6), 0)));
        assertThat(plan.recorded().getLast().receipt().weight()).isZero();
    }

    @Test
    void nobodyBeginsWithNothing() {
        weigh(6);

        BatchPlan plan = plan(owner, delegate);

        assertThat(plan.outcomes().getLast()).isInstanceOf(NoWeightLeft.class);
        assertThat(plan.recorded()).hasSize(1);
    }

    @Test
    void aSecondBallotTakesNothingBackAgain() {
        weigh(9);

        BatchPlan plan = plan(delegate, owner, owner);

        assertThat(plan.overrides().entries())
                .isEqualTo(Map.of(key(delegate), BigInteger.valueOf(6)));
        assertThat(plan.overrides().ballots()).hasSize(1);
    }

    private void weigh(long delegatesWeight) {
        weights.put(key(owner), BigInteger.TEN);
        weights.put(key(delegate), BigInteger.valueOf(delegatesWeight));
    }

    /** Votes one after the other in one batch: the first for 1, the second for 2, and so on. */
    private BatchPlan plan(UUID... voters) {
        List<Cast> casts = new ArrayList<>();
        for (UUID voter : voters) {
            casts.add(Ballots.cast(box, voter, casts.size() + 1));
        }
        return BatchPlan.of(
                casts,
                new BatchFacts(
                        Map.of(box.proposalId(), Ballots.open(box)),
                        weights,
                        current,
                        Map.of(),
                        Map.of(key(owner), List.of(flow))));
    }

    private BallotKey key(UUID voter) {
        return new BallotKey(box.proposalId(), voter);
    }

    private Counter counter(String choice) {
        return new Counter(box.proposalId(), choice);
    }

    private static Count count(long weight) {
        return Count.ofOne(BigInteger.valueOf(weight));
    }
}
