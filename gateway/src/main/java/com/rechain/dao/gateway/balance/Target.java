package com.rechain.dao.gateway.balance;

/** What a balancer chooses from. */
public interface Target {
    /** Requests under way at it. */
    int inFlight();

    /**
     * The part of a full load it should get now, above 0 and at most 1: below 1 while it warms up.
     */
    double share();
}
