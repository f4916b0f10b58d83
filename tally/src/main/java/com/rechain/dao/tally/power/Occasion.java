package com.rechain.dao.tally.power;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The proposal that delegations are looked up for. For each delegator the narrowest scope with any
 * delegation wins as a whole: proposal before topic before space before everything, as {@code
 * LiquidFeedback} and Snapshot's overriding strategy have it; of several topics the one whose label
 * the proposal names first.
 *
 * @param proposalId null for any proposal with these labels
 */
public record Occasion(@Nullable UUID proposalId, List<String> labels) {

    public Occasion {
        labels = List.copyOf(labels);
    }

    /** The scopes that the proposal is within, narrowest first. */
    public List<Scope> scopes() {
        List<Scope> scopes = new ArrayList<>();
        if (proposalId != null) {
            scopes.add(new Scope.Proposal(proposalId));
        }
        labels.forEach(label -> scopes.add(new Scope.Topic(label)));
        scopes.add(new Scope.Space());
        scopes.add(new Scope.Everywhere());
        return scopes;
    }

    /** The delegations in force by delegator, each delegator's in the order of the delegates. */
    public Map<UUID, List<Delegation>> inForce(Collection<Delegation> given) {
        List<Scope> scopes = scopes();
        Map<UUID, List<Delegation>> winning = new HashMap<>();
        for (Delegation delegation : given) {
            int rank = scopes.indexOf(delegation.scope());
            if (rank < 0) {
                continue;
            }
            List<Delegation> best =
                    winning.computeIfAbsent(delegation.delegatorId(), _ -> new ArrayList<>());
            int standing = best.isEmpty() ? rank : scopes.indexOf(best.getFirst().scope());
            if (rank < standing) {
                best.clear();
            }
            if (rank <= standing) {
                best.add(delegation);
            }
        }
        winning.values().forEach(Occasion::order);
        return winning;
    }

    private static void order(List<Delegation> delegations) {
        delegations.sort(Comparator.comparing(edge -> edge.delegateId().toString()));
        int sum = delegations.stream().mapToInt(Delegation::basisPoints).sum();
        if (sum > Delegation.WHOLE) {
            throw new IllegalArgumentException("more than the whole is delegated: " + sum);
        }
    }
}
