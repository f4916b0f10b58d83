package com.rechain.dao.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.tally.power.Carried;
import com.rechain.dao.tally.power.Checkpoints;
import com.rechain.dao.tally.power.Delegation;
import com.rechain.dao.tally.power.Flow;
import com.rechain.dao.tally.power.Flows;
import com.rechain.dao.tally.power.Occasion;
import com.rechain.dao.tally.power.Policy;
import com.rechain.dao.tally.power.Scope;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Holds weights over time and delegations against cases that other systems publish. */
class PowerVectorTest {
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID C = new UUID(0, 3);
    private static final UUID D = new UUID(0, 4);
    private static final Occasion ANY = new Occasion(new UUID(0, 99), List.of());

    private final JsonNode vectors = Vectors.read("16_checkpoints_and_delegation.json");

    @Test
    void checkpointsAreLookedUpAsInOpenZeppelin() {
        JsonNode expected = vectors.get("checkpoints");
        Checkpoints<Integer> brief = history(expected.get("history"));
        Checkpoints<Integer> extended = history(expected.get("extendedHistory"));

        expected.get("upperLookup_valueAtOrBefore")
                .properties()
                .forEach(at ->
                        assertThat(brief.atOrBefore(Integer.valueOf(at.getKey())))
                                .isEqualTo(at.getValue().asInt()));
        expected.get("lowerLookup_firstAtOrAfter")
                .properties()
                .forEach(at ->
                        assertThat(brief.atOrAfter(Integer.valueOf(at.getKey())))
                                .isEqualTo(at.getValue().asInt()));
        expected.get("extendedUpperLookup")
                .properties()
                .forEach(at ->
                        assertThat(extended.atOrBefore(Integer.valueOf(at.getKey())))
                                .isEqualTo(at.getValue().asInt()));
        assertThat(brief.latest()).isEqualTo(99);
    }

    @Test
    void checkpointsKeepTheirThreeRules() {
        Checkpoints<Integer> history = history(vectors.at("/checkpoints/history"));

        assertThatThrownBy(() -> history.push(10, BigInteger.ONE))
                .isInstanceOf(IllegalArgumentException.class);
        history.push(11, BigInteger.TEN);
        assertThat(history.size()).isEqualTo(5);
        assertThat(history.latest()).isEqualTo(10);
        assertThat(new Checkpoints<Integer>().atOrBefore(7)).isZero();
        assertThat(new Checkpoints<Integer>().latest()).isZero();
    }

    @Test
    void theTotalIsKnownOfThePastOnly() {
        JsonNode expected = vectors.get("totalSupply");
        long[] weights = {3, 50, 700};
        Checkpoints<Integer> total = new Checkpoints<>();
        int time = 0;
        for (JsonNode event : expected.get("events")) {
            BigInteger weight = BigInteger.valueOf(weights[event.get(1).asInt()]);
            boolean mint = event.get(0).asText().equals("mint");
            total.push(++time, total.latest().add(mint ? weight : weight.negate()));
        }

        assertThat(total.past(0, 8)).isEqualTo(expected.get("beforeFirst").asInt());
        for (int at = 1; at <= time; at++) {
            String sum = expected.get("expectedAfterEach").get(at - 1).asText();
            assertThat(total.past(at, 8)).isEqualTo(sum(sum, weights));
        }
        assertThat(expected.get("futureLookup").asText()).startsWith("error");
        assertThatThrownBy(() -> total.past(8, 8)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theCasesOfDelegationAreCoveredOrDifferOnPurpose() {
        Map<String, Runnable> cases = new LinkedHashMap<>();
        // Ours differs: own weight needs no delegating to oneself.
        cases.put(
                "holder with no delegate has zero voting power",
                () -> assertThat(carried(List.of(), A).get(A)).isEqualTo(1));
        cases.put(
                "self-delegation gives own units",
                () ->
                        assertThatThrownBy(() -> edge(A, A, new Scope.Space()))
                                .isInstanceOf(IllegalArgumentException.class));
        cases.put(
                "re-delegation moves all units atomically: alice w->0, bob 0->w; past values kept",
                () -> {
                    assertThat(carried(List.of(edge(A, B, new Scope.Space())), B, C))
                            .isEqualTo(weights(B, 2, C, 1));
                    assertThat(carried(List.of(edge(A, C, new Scope.Space())), B, C))
                            .isEqualTo(weights(B, 1, C, 2));
                });
        // Delegating is a signed-in request here; there are no nonces that could be used again.
        cases.put(
                "signed delegation: nonce reuse / wrong nonce / expired / wrong signer rejected",
                () -> {});
        List<String> named = new ArrayList<>();
        vectors.get("delegation").forEach(one -> named.add(one.get("name").asText()));

        assertThat(named).containsExactlyElementsOf(cases.keySet());
        cases.values().forEach(Runnable::run);
    }

    @Test
    void anOverrideTakesFromEveryDelegateAsAtSnapshot() {
        assertThat(vectors.at("/snapshotDelegation/steps")).hasSize(3);
        Delegation everywhere = edge(A, B, new Scope.Everywhere());
        Delegation here = edge(A, C, new Scope.Space());

        assertThat(carried(List.of(everywhere), B)).isEqualTo(weights(B, 2));
        assertThat(carried(List.of(everywhere, here), B, C)).isEqualTo(weights(B, 1, C, 2));
        assertThat(carried(List.of(everywhere, here), A, B, C))
                .isEqualTo(weights(A, 1, B, 1, C, 1));
    }

    /**
     * Two deployed systems disagree about this cycle. Ours is a third rule, which states itself in
     * one sentence: each weight is counted by the first voter on its path.
     */
    @Test
    void inACycleEachWeightGoesToTheFirstVoterOnItsPath() {
        assertThat(vectors.at("/cycles/graph").asText()).isEqualTo("A->B->C->D->A");
        List<Delegation> cycle =
                List.of(
                        edge(A, B, new Scope.Space()),
                        edge(B, C, new Scope.Space()),
                        edge(C, D, new Scope.Space()),
                        edge(D, A, new Scope.Space()));

        assertThat(carried(cycle, C)).isEqualTo(weights(C, 4));
        assertThat(carried(cycle, C, A)).isEqualTo(weights(C, 2, A, 2));
        assertThat(vectors.at("/cycles/liquidFeedback/yes").asInt()).isEqualTo(3);
        assertThat(vectors.at("/cycles/aula/yes").asInt()).isEqualTo(1);
    }

    private static Map<UUID, BigInteger> carried(List<Delegation> edges, UUID... voted) {
        Map<UUID, BigInteger> own = new HashMap<>();
        List.of(A, B, C, D).forEach(member -> own.put(member, BigInteger.ONE));
        List<Flow> flows = Flows.of(own, ANY.inForce(edges), new Policy(8, null));
        return Carried.by(own, flows, Set.of(voted));
    }

    private static Delegation edge(UUID from, UUID to, Scope scope) {
        return new Delegation(from, to, scope, Delegation.WHOLE);
    }

    private static Map<UUID, BigInteger> weights(Object... pairs) {
        Map<UUID, BigInteger> weights = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            weights.put((UUID) pairs[i], BigInteger.valueOf((Integer) pairs[i + 1]));
        }
        return weights;
    }

    private static Checkpoints<Integer> history(JsonNode pairs) {
        Checkpoints<Integer> history = new Checkpoints<>();
        pairs.forEach(pair -> history.push(pair.get(0).asInt(), pair.get(1).bigIntegerValue()));
        return history;
    }

    private static long sum(String expression, long[] weights) {
        long sum = 0;
        for (String term : expression.split("\\+")) {
            sum += term.equals("0") ? 0 : weights[Integer.parseInt(term.substring(1))];
        }
        return sum;
    }
}
