package com.rechain.dao.tally.power;

import com.rechain.dao.tally.ballot.Weights;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Follows delegations from every owner, hand by hand, to the depth that the policy allows. All of
 * it is exact and rounded down; what does not flow stays with its owner, for the owner's own
 * ballot:
 *
 * <ul>
 *   <li>the part that nobody was given, and the rest of each division;
 *   <li>what would come back to a hand on its own path: a cycle returns it. The deployed systems
 *       disagree here; in A→B→C→D→A with votes of C and A, LiquidFeedback counts 3:1 and aula 1:3.
 *       Each weight goes to the first voter on its path, hence 2:2;
 *   <li>what the last hand within the depth does not vote with;
 *   <li>what exceeds the cap of a delegate, or what a ballot can carry: each flow to that delegate
 *       is reduced in the same proportion. That is settled here, once. Flows that are overridden
 *       later do not let others grow, so that during a vote a delegate can only lose.
 * </ul>
 *
 * Two bounds keep the number of flows finite: {@link #MOST_PER_OWNER} and {@link
 * #MOST_THROUGH_ONE}. A step of all that would break one is not taken; the weight stays where it
 * had come to.
 */
public final class Flows {

    /** Into how many flows one owner's weight may part; direct ones are always followed. */
    public static final int MOST_PER_OWNER = 200;

    /** How many flows may pass through one delegate who hands on what others gave. */
    public static final int MOST_THROUGH_ONE = 2_000;

    private final Map<UUID, BigInteger> own;
    private final Map<UUID, List<Delegation>> inForce;
    private final List<Flow> followed = new ArrayList<>();
    private final Map<UUID, Integer> perOwner = new HashMap<>();
    private final Map<UUID, Integer> throughOne = new HashMap<>();

    private Flows(Map<UUID, BigInteger> own, Map<UUID, List<Delegation>> inForce) {
        this.own = own;
        this.inForce = inForce;
    }

    /**
     * All flows, in {@link Flow#ORDER}.
     *
     * @param own weights of those who have one; whoever is missing has none and may still receive
     * @param inForce one proposal's delegations by delegator, as {@link Occasion#inForce} gives
     *     them
     */
    public static List<Flow> of(
            Map<UUID, BigInteger> own, Map<UUID, List<Delegation>> inForce, Policy policy) {
        Flows flows = new Flows(own, inForce);
        List<Flow> step = policy.depth() == 0 ? List.of() : flows.direct();
        for (int depth = 1; !step.isEmpty(); depth++) {
            flows.take(step);
            step = depth < policy.depth() ? flows.withinBounds(flows.onward(step)) : List.of();
        }
        return capped(flows.followed, own, policy);
    }

    private List<Flow> direct() {
        List<Flow> step = new ArrayList<>();
        inForce.forEach((owner, delegations) -> {
            BigInteger weight = own.getOrDefault(owner, BigInteger.ZERO);
            for (Delegation delegation : delegations) {
                Flow flow = new Flow(owner, List.of(Hop.by(delegation)), delegation.of(weight));
                addIfAny(step, flow);
            }
        });
        return step;
    }

    private List<Flow> onward(List<Flow> from) {
        List<Flow> step = new ArrayList<>();
        for (Flow flow : from) {
            for (Delegation delegation : inForce.getOrDefault(flow.targetId(), List.of())) {
                if (!flow.touches(delegation.delegateId())) {
                    addIfAny(step, flow.handedOn(delegation));
                }
            }
        }
        return step;
    }

    private static void addIfAny(List<Flow> step, Flow flow) {
        if (flow.amount().signum() > 0) {
            step.add(flow);
        }
    }

    private void take(List<Flow> step) {
        followed.addAll(step);
        step.forEach(flow -> count(flow, perOwner, throughOne));
    }

    /** Judges the whole step at once, so that no order of the delegations matters. */
    private List<Flow> withinBounds(List<Flow> step) {
        Map<UUID, Integer> owners = new HashMap<>(perOwner);
        Map<UUID, Integer> through = new HashMap<>(throughOne);
        step.forEach(flow -> count(flow, owners, through));
        return step.stream()
                .filter(flow -> owners.getOrDefault(flow.ownerId(), 0) <= MOST_PER_OWNER)
                .filter(flow ->
                        hands(flow).stream()
                                .allMatch(
                                        hand -> through.getOrDefault(hand, 0) <= MOST_THROUGH_ONE))
                .toList();
    }

    private static void count(Flow flow, Map<UUID, Integer> owners, Map<UUID, Integer> through) {
        owners.merge(flow.ownerId(), 1, Integer::sum);
        hands(flow).forEach(hand -> through.merge(hand, 1, Integer::sum));
    }

    private static List<UUID> hands(Flow flow) {
        return flow.via().subList(1, flow.path().size());
    }

    private static List<Flow> capped(List<Flow> flows, Map<UUID, BigInteger> own, Policy policy) {
        Map<UUID, BigInteger> received = new HashMap<>();
        flows.forEach(flow -> received.merge(flow.targetId(), flow.amount(), BigInteger::add));
        List<Flow> kept = new ArrayList<>();
        for (Flow flow : flows) {
            BigInteger room =
                    Weights.MAX.subtract(own.getOrDefault(flow.targetId(), BigInteger.ZERO));
            BigInteger most = policy.cap() == null ? room : room.min(policy.cap());
            BigInteger sum = received.getOrDefault(flow.targetId(), BigInteger.ZERO);
            addIfAny(
                    kept,
                    sum.compareTo(most) <= 0
                            ? flow
                            : flow.reducedTo(flow.amount().multiply(most).divide(sum)));
        }
        kept.sort(Flow.ORDER);
        return kept;
    }
}
