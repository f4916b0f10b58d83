package com.rechain.dao.perf.lab.reconcile;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What stands in the databases, as far as a run may have written it. */
public interface Ledger {
    /** An account. */
    record Account(String id, String handle) {}

    /** A proposal. */
    record Proposal(String id, String title, boolean published) {}

    /** A voter's current ballot, with how many revisions of it are kept. */
    record Ballot(
            String proposal,
            String voter,
            int revision,
            int revisions,
            String choice,
            String weight) {
        String pair() {
            return proposal + "/" + voter;
        }
    }

    /** A counter of a proposal's running tally, summed over its shards. */
    record Counter(String choice, long ballots, String weight) {}

    /** The accounts whose handles begin with {@code prefix}. */
    List<Account> accounts(String prefix);

    /** The proposals whose titles begin with {@code prefix}. */
    List<Proposal> proposals(String prefix);

    /** All ballots on these proposals. */
    List<Ballot> ballots(Collection<String> proposals);

    /** The running tally of a proposal, by choice. */
    Map<String, Counter> counters(String proposal);

    /** The highest proposal number that the space has given out, and how many proposals it has. */
    Numbers numbers(String space);

    /** Of a space's proposals. */
    record Numbers(long last, long highest, long proposals) {}
}
