package com.rechain.dao.gateway.balance;

import java.util.List;

/** Chooses who gets the next request. Safe for use by many threads. */
public interface Balancer {
    /** One of {@code eligible}, which is not empty. */
    <T extends Target> T choose(List<T> eligible);
}
