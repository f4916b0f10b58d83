package com.rechain.dao.voting.electorate;

import com.rechain.dao.tally.power.Delegation;
import com.rechain.dao.tally.power.Flows;
import com.rechain.dao.tally.power.Occasion;
import com.rechain.dao.tally.power.Policy;
import com.rechain.dao.tally.power.Scope;
import com.rechain.dao.voting.box.Box;
import com.rechain.dao.voting.space.UserServiceApi;
import com.rechain.dao.voting.space.UserServiceApi.DelegationPage;
import com.rechain.dao.voting.space.UserServiceApi.Edge;
import com.rechain.dao.voting.space.UserServiceApi.ElectoratePage;
import com.rechain.dao.voting.space.UserServiceApi.Entry;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * Works out the flows of a vote from user-service's delegations and weights at its start. Keeps in
 * memory only those who have to do with a delegation, however large the electorate is.
 */
@ApplicationScoped
class FlowSource {
    private final UserServiceApi users;
    private final ElectorateConfig config;

    FlowSource(@RestClient UserServiceApi users, ElectorateConfig config) {
        this.users = users;
        this.config = config;
    }

    /**
     * All flows.
     *
     * @param stillMine called before each question, to keep the lease and to stop when it is lost
     */
    FrozenFlows flows(Lease lease, Box box, Runnable stillMine) {
        if (box.rules().delegation().depth() == 0) {
            return FrozenFlows.NONE;
        }
        Map<UUID, List<Delegation>> inForce =
                new Occasion(box.proposalId(), box.labels())
                        .inForce(delegations(lease, box, stillMine));
        return inForce.isEmpty() ? FrozenFlows.NONE : flows(lease, box, inForce, stillMine);
    }

    private FrozenFlows flows(
            Lease lease, Box box, Map<UUID, List<Delegation>> inForce, Runnable stillMine) {
        Set<UUID> concerned = new HashSet<>(inForce.keySet());
        inForce.values().forEach(some -> some.forEach(edge -> concerned.add(edge.delegateId())));
        Map<UUID, BigInteger> own = new HashMap<>();
        BigInteger total = BigInteger.ZERO;
        UUID after = null;
        do {
            stillMine.run();
            ElectoratePage page = page(lease, after);
            for (Entry entry : page.entries()) {
                BigInteger weight = new BigInteger(entry.weight());
                total = total.add(weight);
                if (concerned.contains(entry.userId())) {
                    own.put(entry.userId(), weight);
                }
            }
            after = page.next();
        } while (after != null);
        return new FrozenFlows(Flows.of(own, inForce, Policy.of(box.rules().delegation(), total)));
    }

    private List<Delegation> delegations(Lease lease, Box box, Runnable stillMine) {
        List<Delegation> all = new ArrayList<>();
        UUID after = null;
        do {
            stillMine.run();
            DelegationPage page =
                    users.delegations(
                            lease.spaceId(),
                            lease.takenAt().toString(),
                            box.proposalId(),
                            box.labels(),
                            after,
                            config.pageSize());
            page.delegations().forEach(edge -> all.add(delegation(edge)));
            after = page.next();
        } while (after != null);
        return all;
    }

    /** One page of own weights. */
    ElectoratePage page(Lease lease, @Nullable UUID after) {
        return users.electorate(
                lease.spaceId(), lease.takenAt().toString(), after, config.pageSize());
    }

    private static Delegation delegation(Edge edge) {
        Scope scope =
                Scope.parse(edge.scope())
                        .orElseThrow(() -> new IllegalStateException("no scope: " + edge.scope()));
        return new Delegation(edge.delegatorId(), edge.delegateId(), scope, edge.basisPoints());
    }
}
