package com.rechain.dao.tally.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rechain.dao.tally.ballot.Weights;
import com.rechain.dao.tally.rules.DelegationRule;
import com.rechain.dao.tally.rules.Fraction;
import com.rechain.dao.tally.rules.Threshold;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlowsTest {
    private static final UUID PROPOSAL = id(1_000);
    private static final UUID A = id(1);
    private static final UUID B = id(2);
    private static final UUID C = id(3);
    private static final Policy DIRECT = new Policy(1, null);
    private static final Policy DEEP = new Policy(8, null);

    private final List<Delegation> given = new ArrayList<>();
    private final Map<UUID, BigInteger> own = new HashMap<>();

    @Test
    void partsAreRoundedDownAndTheRestStaysWithTheOwner() {
        weighs(A, 10);
        delegates(A, B, new Scope.Space(), 3_333);
        delegates(A, C, new Scope.Space(), 6_667);

        assertThat(amounts(DIRECT)).isEqualTo(Map.of(B, number(3), C, number(6)));
        assertThat(carried(DIRECT, B, C)).isEqualTo(Map.of(B, number(3), C, number(6)));
        assertThat(carried(DIRECT, A, B, C))
                .isEqualTo(Map.of(A, number(10), B, number(0), C, number(0)));
    }

    @Test
    void theNarrowestScopeWinsAsAWhole() {
        weighs(A, 100);
        delegates(A, B, new Scope.Everywhere(), 10_000);
        delegates(A, C, new Scope.Space(), 10_000);
        assertThat(amounts(DIRECT)).isEqualTo(Map.of(C, number(100)));

        delegates(A, B, new Scope.Topic("second"), 5_000);
        assertThat(amounts(DIRECT)).isEqualTo(Map.of(B, number(50)));

        delegates(A, C, new Scope.Topic("first"), 1_000);
        assertThat(amounts(DIRECT)).isEqualTo(Map.of(C, number(10)));

        delegates(A, B, new Scope.Proposal(PROPOSAL), 1);
        assertThat(amounts(DIRECT)).isEmpty();

        delegates(A, C, new Scope.Proposal(PROPOSAL), 200);
        delegates(A, B, new Scope.Proposal(id(7)), 10_000);
        delegates(A, B, new Scope.Topic("third"), 10_000);
        assertThat(amounts(DIRECT)).isEqualTo(Map.of(C, number(2)));
    }

    @Test
    void whatWasReceivedIsHandedOnOnlyWithinTheDepth() {
        weighs(A, 8);
        weighs(B, 100);
        delegates(A, B, new Scope.Space(), 10_000);
        delegates(B, C, new Scope.Space(), 5_000);

        assertThat(carried(DIRECT, C)).isEqualTo(Map.of(C, number(50)));
        assertThat(carried(new Policy(2, null), C)).isEqualTo(Map.of(C, number(54)));
        assertThat(carried(new Policy(2, null), B, C))
                .isEqualTo(Map.of(B, number(108), C, number(0)));
        assertThat(carried(new Policy(0, null), C)).isEqualTo(Map.of(C, number(0)));
    }

    @Test
    void beyondTheDepthWeightStaysInTheLastHand() {
        IntStream.rangeClosed(1, 10).forEach(i -> weighs(id(i), 1));
        IntStream.rangeClosed(1, 9)
                .forEach(i -> delegates(id(i), id(i + 1), new Scope.Space(), 10_000));

        assertThat(carried(DEEP, id(10))).isEqualTo(Map.of(id(10), number(9)));
        assertThat(carried(DEEP, id(9))).isEqualTo(Map.of(id(9), number(9)));
    }

    @Test
    void aCycleReturnsWeightToItsOwners() {
        weighs(A, 5);
        weighs(B, 7);
        delegates(A, B, new Scope.Space(), 10_000);
        delegates(B, A, new Scope.Space(), 10_000);

        assertThat(flows(DEEP)).hasSize(2).allSatisfy(flow -> assertThat(flow.path()).hasSize(1));
        assertThat(carried(DEEP, A)).isEqualTo(Map.of(A, number(12)));
        assertThat(carried(DEEP, A, B)).isEqualTo(Map.of(A, number(5), B, number(7)));
    }

    @Test
    void whatExceedsACapReturnsInProportion() {
        weighs(A, 30);
        weighs(B, 70);
        delegates(A, C, new Scope.Space(), 10_000);
        delegates(B, C, new Scope.Space(), 10_000);
        DelegationRule aQuarter =
                new DelegationRule(1, new Threshold.OfEligible(Fraction.of(1, 4)));

        Policy policy = Policy.of(aQuarter, number(100));

        assertThat(policy).isEqualTo(new Policy(1, number(25)));
        assertThat(flows(policy)).extracting(Flow::amount).containsExactly(number(7), number(17));
        assertThat(carried(policy, A, C)).isEqualTo(Map.of(A, number(30), C, number(17)));
    }

    @Test
    void noBallotCarriesMoreThanAWeightHolds() {
        own.put(A, Weights.MAX);
        own.put(B, Weights.MAX);
        weighs(C, 9);
        delegates(A, C, new Scope.Space(), 10_000);
        delegates(B, C, new Scope.Space(), 10_000);

        assertThat(carried(DIRECT, C).get(C)).isLessThanOrEqualTo(Weights.MAX);
        assertThat(carried(DIRECT, C).get(C)).isGreaterThan(Weights.MAX.subtract(number(3)));
    }

    @Test
    void aStepThatWouldPartAWeightTooOftenIsNotTaken() {
        List<UUID> first = IntStream.rangeClosed(100, 119).mapToObj(FlowsTest::id).toList();
        own.put(A, Weights.MAX);
        first.forEach(one -> delegates(A, one, new Scope.Space(), 500));
        for (UUID one : first) {
            IntStream.rangeClosed(1, 20)
                    .forEach(i -> delegates(one, id(200 + i), new Scope.Space(), 500));
        }

        assertThat(flows(DEEP)).hasSize(20);
    }

    @Test
    void whoWouldHandOnForTooManyHandsOnNothing() {
        IntStream.rangeClosed(1, Flows.MOST_THROUGH_ONE + 1)
                .forEach(i -> {
                    weighs(id(10_000 + i), 2);
                    delegates(id(10_000 + i), B, new Scope.Space(), 10_000);
                });
        weighs(B, 1);
        delegates(B, C, new Scope.Space(), 10_000);

        assertThat(carried(DEEP, C)).isEqualTo(Map.of(C, number(1)));
        assertThat(carried(DEEP, B))
                .isEqualTo(Map.of(B, number(2L * (Flows.MOST_THROUGH_ONE + 1) + 1)));
    }

    @Test
    void aFlowHasOneCanonicalText() {
        weighs(A, 3);
        delegates(A, B, new Scope.Topic("säle"), 10_000);

        assertThat(new Occasion(PROPOSAL, List.of("säle")).inForce(given)).containsKey(A);
        assertThat(new Flow(A, List.of(Hop.by(given.getFirst())), number(3)).canonical())
                .isEqualTo(
                        "{\"amount\":\"3\",\"ownerId\":\"%s\",\"path\":[{\"basisPoints\":10000,\"delegateId\":\"%s\",\"scope\":\"TOPIC:säle\"}]}"
                                .formatted(A, B));
    }

    @Test
    void aScopeIsReadAsItWasWritten() {
        for (Scope scope :
                List.of(
                        new Scope.Everywhere(),
                        new Scope.Space(),
                        new Scope.Topic("a:b"),
                        new Scope.Proposal(PROPOSAL))) {
            assertThat(Scope.parse(scope.text())).contains(scope);
        }
        assertThat(Scope.parse("PROPOSAL:x")).isEmpty();
        assertThat(Scope.parse("GALAXY")).isEmpty();
    }

    @Test
    void moreThanTheWholeIsRefused() {
        delegates(A, B, new Scope.Space(), 9_000);
        delegates(A, C, new Scope.Space(), 1_001);

        assertThatThrownBy(() -> flows(DIRECT)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> delegates(A, A, new Scope.Space(), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> delegates(A, B, new Scope.Space(), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void weighs(UUID who, long weight) {
        own.put(who, number(weight));
    }

    private void delegates(UUID from, UUID to, Scope scope, int basisPoints) {
        given.add(new Delegation(from, to, scope, basisPoints));
    }

    private List<Flow> flows(Policy policy) {
        Occasion occasion = new Occasion(PROPOSAL, List.of("first", "second"));
        return Flows.of(own, occasion.inForce(given), policy);
    }

    private Map<UUID, BigInteger> amounts(Policy policy) {
        Map<UUID, BigInteger> amounts = new HashMap<>();
        flows(policy)
                .forEach(flow -> amounts.merge(flow.targetId(), flow.amount(), BigInteger::add));
        return amounts;
    }

    private Map<UUID, BigInteger> carried(Policy policy, UUID... voted) {
        return Carried.by(own, flows(policy), Set.of(voted));
    }

    private static BigInteger number(long value) {
        return BigInteger.valueOf(value);
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }
}
