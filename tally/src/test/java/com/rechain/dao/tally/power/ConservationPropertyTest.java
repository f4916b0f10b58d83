package com.rechain.dao.tally.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Σ counted = Σ weights reached, in every order of delegating, voting, overriding and revoking. */
class ConservationPropertyTest {
    private static final int MEMBERS = 7;
    private static final Occasion OCCASION = new Occasion(new UUID(9, 9), List.of("a", "b"));
    private static final List<Scope> SCOPES = OCCASION.scopes();

    @Property(tries = 500)
    void everyPrefixOfVotesCountsEachWeightOnceWhereItWasReached(
            @ForAll long seed, @ForAll @IntRange(max = 8) int depth, @ForAll boolean capped) {
        Random random = new Random(seed);
        Map<UUID, BigInteger> own = weights(random);
        Map<UUID, List<Delegation>> inForce = OCCASION.inForce(delegations(random));
        Policy policy = new Policy(depth, capped ? BigInteger.valueOf(random.nextInt(400)) : null);
        List<Flow> flows = Flows.of(own, inForce, policy);
        Map<UUID, BigInteger> running = new HashMap<>();
        Set<UUID> voted = new HashSet<>();

        for (UUID voter : shuffled(random)) {
            Carried.taken(flows, voted, voter)
                    .forEach((target, amount) ->
                            running.computeIfPresent(target, (_, had) -> had.subtract(amount)));
            voted.add(voter);
            Map<UUID, BigInteger> recount = Carried.by(own, flows, voted);
            running.put(voter, recount.get(voter));

            assertThat(running).isEqualTo(recount);
            assertThat(sum(running)).isEqualTo(reached(own, flows, voted));
            assertThat(sum(running)).isLessThanOrEqualTo(sum(own));
            if (!capped) {
                assertThat(sum(running)).isEqualTo(walked(own, inForce, depth, voted));
            }
        }
        assertThat(sum(running)).isEqualTo(sum(own));
    }

    @Property(tries = 300)
    void noOrderOfDelegatingMatters(@ForAll long seed, @ForAll @IntRange(max = 8) int depth) {
        Random random = new Random(seed);
        Map<UUID, BigInteger> own = weights(random);
        List<Delegation> delegations = delegations(random);
        Policy policy = new Policy(depth, BigInteger.valueOf(500));
        List<Flow> flows = Flows.of(own, OCCASION.inForce(delegations), policy);

        Collections.shuffle(delegations, random);

        assertThat(Flows.of(own, OCCASION.inForce(delegations), policy)).isEqualTo(flows);
    }

    @Property(tries = 300)
    void revokingBeforeTheFreezeIsNeverHavingDelegated(@ForAll long seed) {
        Random random = new Random(seed);
        Map<UUID, BigInteger> own = weights(random);
        List<Delegation> delegations = delegations(random);
        UUID revoking = member(random.nextInt(MEMBERS));
        delegations.removeIf(edge -> edge.delegatorId().equals(revoking));

        List<Flow> flows = Flows.of(own, OCCASION.inForce(delegations), new Policy(1, null));

        assertThat(flows).noneMatch(flow -> flow.ownerId().equals(revoking));
        assertThat(flows)
                .allSatisfy(flow ->
                        assertThat(flow.amount()).isLessThanOrEqualTo(own.get(flow.ownerId())));
    }

    @Property(tries = 300)
    void noDelegateReceivesMoreThanTheCap(
            @ForAll long seed, @ForAll @IntRange(max = 2_000) int cap) {
        Random random = new Random(seed);
        Map<UUID, BigInteger> received = new HashMap<>();

        Policy policy = new Policy(8, BigInteger.valueOf(cap));
        Flows.of(weights(random), OCCASION.inForce(delegations(random)), policy)
                .forEach(flow -> received.merge(flow.targetId(), flow.amount(), BigInteger::add));

        assertThat(received.values())
                .allSatisfy(sum -> assertThat(sum).isLessThanOrEqualTo(BigInteger.valueOf(cap)));
    }

    /** Owner by owner: what its own ballot or the first voters on its paths count of it. */
    private static BigInteger reached(
            Map<UUID, BigInteger> own, List<Flow> flows, Set<UUID> voted) {
        BigInteger sum = BigInteger.ZERO;
        for (Map.Entry<UUID, BigInteger> owner : own.entrySet()) {
            BigInteger ofOne =
                    voted.contains(owner.getKey())
                            ? owner.getValue()
                            : flows.stream()
                                    .filter(flow -> flow.ownerId().equals(owner.getKey()))
                                    .filter(flow -> voted.contains(flow.targetId()))
                                    .filter(flow -> flow.via().stream().noneMatch(voted::contains))
                                    .map(Flow::amount)
                                    .reduce(BigInteger.ZERO, BigInteger::add);
            assertThat(ofOne).isLessThanOrEqualTo(owner.getValue());
            sum = sum.add(ofOne);
        }
        return sum;
    }

    /** The same by walking the delegations alone, which knows nothing of flows. */
    private static BigInteger walked(
            Map<UUID, BigInteger> own,
            Map<UUID, List<Delegation>> inForce,
            int depth,
            Set<UUID> voted) {
        BigInteger sum = BigInteger.ZERO;
        for (Map.Entry<UUID, BigInteger> owner : own.entrySet()) {
            sum = sum.add(walk(owner.getKey(), owner.getValue(), List.of(), inForce, depth, voted));
        }
        return sum;
    }

    private static BigInteger walk(
            UUID at,
            BigInteger amount,
            List<UUID> before,
            Map<UUID, List<Delegation>> inForce,
            int left,
            Set<UUID> voted) {
        if (voted.contains(at)) {
            return amount;
        }
        List<UUID> path = new ArrayList<>(before);
        path.add(at);
        BigInteger sum = BigInteger.ZERO;
        for (Delegation edge :
                left == 0 ? List.<Delegation>of() : inForce.getOrDefault(at, List.of())) {
            if (!path.contains(edge.delegateId())) {
                BigInteger part = edge.of(amount);
                sum = sum.add(walk(edge.delegateId(), part, path, inForce, left - 1, voted));
            }
        }
        return sum;
    }

    private static List<Delegation> delegations(Random random) {
        List<Delegation> edges = new ArrayList<>();
        for (int from = 0; from < MEMBERS; from++) {
            for (Scope scope : SCOPES) {
                int left = Delegation.WHOLE;
                for (int to = 0; to < MEMBERS && random.nextInt(3) > 0; to++) {
                    int part = 1 + random.nextInt(6_000);
                    if (to != from && part <= left && random.nextInt(3) == 0) {
                        left -= part;
                        edges.add(new Delegation(member(from), member(to), scope, part));
                    }
                }
            }
        }
        return edges;
    }

    private static Map<UUID, BigInteger> weights(Random random) {
        Map<UUID, BigInteger> own = new HashMap<>();
        for (int i = 0; i < MEMBERS; i++) {
            own.put(
                    member(i),
                    random.nextInt(4) == 0
                            ? BigInteger.ZERO
                            : BigInteger.valueOf(random.nextInt(1_000)));
        }
        return own;
    }

    private static List<UUID> shuffled(Random random) {
        List<UUID> members = new ArrayList<>();
        for (int i = 0; i < MEMBERS; i++) {
            members.add(member(i));
        }
        Collections.shuffle(members, random);
        return members;
    }

    private static BigInteger sum(Map<UUID, BigInteger> weights) {
        return weights.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static UUID member(int number) {
        return new UUID(0, number + 1L);
    }
}
