package com.rechain.dao.perf.lab.reconcile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A ledger in lists that a test fills. */
final class KeptLedger implements Ledger {
    final List<Account> accounts = new ArrayList<>();
    final List<Proposal> proposals = new ArrayList<>();
    final List<Ballot> ballots = new ArrayList<>();
    final Map<String, Map<String, Counter>> counters = new TreeMap<>();
    Numbers numbers = new Numbers(0, 0, 0);

    @Override
    public List<Account> accounts(String prefix) {
        return accounts;
    }

    @Override
    public List<Proposal> proposals(String prefix) {
        return proposals;
    }

    @Override
    public List<Ballot> ballots(Collection<String> of) {
        return ballots;
    }

    @Override
    public Map<String, Counter> counters(String proposal) {
        return counters.getOrDefault(proposal, Map.of());
    }

    @Override
    public Numbers numbers(String space) {
        return numbers;
    }
}
