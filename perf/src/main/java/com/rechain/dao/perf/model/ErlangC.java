package com.rechain.dao.perf.model;

/**
 * The M/M/c queue: how long a request waits for one of {@code c} equal servers. After A. K. Erlang,
 * "Solution of some problems in the theory of probabilities of significance in automatic telephone
 * exchanges" (1917), in the form of Kleinrock, Queueing Systems I (1975), 3.6.
 *
 * @param servers how many work side by side
 * @param load arrival rate times service time: the mean number of busy servers
 */
public record ErlangC(int servers, double load) {

    public ErlangC {
        if (servers < 1 || load < 0) {
            throw new IllegalArgumentException("servers %d, load %s".formatted(servers, load));
        }
    }

    /** The share of their time that the servers are busy. */
    public double utilisation() {
        return load / servers;
    }

    /** The probability that a request has to wait; 1 where the queue has no end. */
    public double waits() {
        if (utilisation() >= 1) {
            return 1;
        }
        // Erlang B by its recurrence: no factorials, no overflow.
        double blocked = 1;
        for (int n = 1; n <= servers; n++) {
            blocked = load * blocked / (n + load * blocked);
        }
        return blocked / (1 - utilisation() * (1 - blocked));
    }

    /** The mean wait, in service times; infinite where the servers do not keep up. */
    public double meanWait() {
        return utilisation() >= 1
                ? Double.POSITIVE_INFINITY
                : waits() / (servers * (1 - utilisation()));
    }
}
