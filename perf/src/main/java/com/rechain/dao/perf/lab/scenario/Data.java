package com.rechain.dao.perf.lab.scenario;

/**
 * What a cell finds before it begins.
 *
 * @param voters members with a token
 * @param proposals that are open
 * @param priorVotes cast before, on proposals of their own
 * @param rows what must be in the databases already
 */
public record Data(int voters, int proposals, int priorVotes, Rows rows) {

    /** At least so many accounts, proposals and ballots. */
    public record Rows(long users, long proposals, long votes) {}

    @SuppressWarnings({"NullAway", "ConstantValue"}) // Jackson passes null for what is left out
    public Data {
        rows = rows == null ? new Rows(0, 0, 0) : rows;
    }

    /** How many different first ballots there can be. */
    long pairs() {
        return (long) voters * proposals;
    }
}
