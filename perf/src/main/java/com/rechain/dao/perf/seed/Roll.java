package com.rechain.dao.perf.seed;

import com.rechain.dao.tally.log.MerkleTree;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.power.Delegation;
import com.rechain.dao.tally.power.Flow;
import com.rechain.dao.tally.power.Flows;
import com.rechain.dao.tally.power.Occasion;
import com.rechain.dao.tally.power.Policy;
import com.rechain.dao.tally.power.Scope;
import com.rechain.dao.tally.record.EligibleVoter;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Who may vote in a space with what weight: the same for all its proposals, because nothing has
 * changed between them. Voters are made when asked for; a million need no memory.
 */
final class Roll {
    private final Layout layout;
    private final int space;
    private final List<Delegation> delegations;
    private final List<Flow> flows;
    private final Map<UUID, List<Flow>> received = new HashMap<>();
    private final Eligible eligible;
    private final byte[] root;

    Roll(Layout layout, int space) {
        this.layout = layout;
        this.space = space;
        BigInteger total = BigInteger.ZERO;
        for (int member = 0; member < size(); member++) {
            total = total.add(layout.weight(space, member));
        }
        eligible = new Eligible(total, size());
        delegations = delegations(layout, space);
        flows = flows(total);
        flows.forEach(flow ->
                received.computeIfAbsent(flow.targetId(), _ -> new ArrayList<>()).add(flow));
        MerkleTree tree = new MerkleTree();
        for (int member = 0; member < size(); member++) {
            tree.append(voter(member).leafHash());
        }
        root = tree.root();
    }

    int size() {
        return layout.members(space);
    }

    /** How many of them, the first ones, vote in person if at all. */
    int inPerson() {
        return size() - layout.delegators(space);
    }

    Eligible eligible() {
        return eligible;
    }

    byte[] root() {
        return root;
    }

    List<Flow> flows() {
        return flows;
    }

    EligibleVoter voter(int member) {
        UUID id = layout.accountId(space, member);
        BigInteger own = layout.weight(space, member);
        List<Flow> sources = received.getOrDefault(id, List.of());
        if (sources.isEmpty()) {
            return new EligibleVoter(id, own, BigInteger.ZERO, null);
        }
        MerkleTree tree = new MerkleTree();
        sources.forEach(flow -> tree.append(flow.leafHash()));
        return new EligibleVoter(
                id,
                own,
                sources.stream().map(Flow::amount).reduce(BigInteger.ZERO, BigInteger::add),
                HexFormat.of().formatHex(tree.root()));
    }

    /** What the last members of a space give to the first: every other one to two at once. */
    static List<Delegation> delegations(Layout layout, int space) {
        List<Delegation> given = new ArrayList<>();
        int delegators = layout.delegators(space);
        int delegates = Math.max(2, delegators / 2);
        for (int i = 0; i < delegators; i++) {
            UUID from = layout.accountId(space, layout.members(space) - delegators + i);
            int to = i % delegates;
            if (i % 2 == 0) {
                given.add(edge(from, layout.accountId(space, to), Delegation.WHOLE));
            } else {
                int other = (to + 1) % delegates;
                given.add(edge(from, layout.accountId(space, to), 6_000));
                given.add(edge(from, layout.accountId(space, other), 4_000));
            }
        }
        return given;
    }

    static Delegation edge(UUID from, UUID to, int basisPoints) {
        return new Delegation(from, to, new Scope.Space(), basisPoints);
    }

    private List<Flow> flows(BigInteger total) {
        if (delegations.isEmpty()) {
            return List.of();
        }
        Map<UUID, BigInteger> own = new HashMap<>();
        for (int member = 0; member < size(); member++) {
            own.put(layout.accountId(space, member), layout.weight(space, member));
        }
        Policy policy = Policy.of(Rules.defaultsFor(SystemName.BASIC).delegation(), total);
        return Flows.of(own, new Occasion(null, List.of()).inForce(delegations), policy);
    }
}
