package com.rechain.dao.voting.writer;

import com.rechain.dao.voting.writer.FlowKey.Passing;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The flows that a batch takes back, ballot by ballot. A flow is taken back once, by the first
 * ballot on its path; what the entries of the targets lose adds up.
 */
final class Overrides {
    private final Map<BallotKey, List<Passing>> passing;
    private final Map<FlowKey, UUID> flows = new LinkedHashMap<>();
    private final SortedMap<BallotKey, BigInteger> entries = new TreeMap<>();
    private final List<Reweighted> ballots = new ArrayList<>();

    /**
     * @param passing the live flows by the voters they pass through
     */
    Overrides(Map<BallotKey, List<Passing>> passing) {
        this.passing = passing;
    }

    /** Takes back what passes through a voter; tells from whom and how much together. */
    Map<BallotKey, BigInteger> take(BallotKey voter) {
        Map<BallotKey, BigInteger> taken = new TreeMap<>();
        for (Passing flow : passing.getOrDefault(voter, List.of())) {
            if (flows.putIfAbsent(flow.key(), voter.voterId()) == null) {
                taken.merge(flow.target(), flow.amount(), BigInteger::add);
            }
        }
        taken.forEach((target, amount) -> entries.merge(target, amount, BigInteger::add));
        return taken;
    }

    void reweighted(Reweighted ballot) {
        ballots.add(ballot);
    }

    /** By whom each flow is taken back. */
    Map<FlowKey, UUID> flows() {
        return flows;
    }

    /** How much less each entry gives. */
    SortedMap<BallotKey, BigInteger> entries() {
        return entries;
    }

    /** The ballots that carry less, each time that they do. */
    List<Reweighted> ballots() {
        return ballots;
    }
}
