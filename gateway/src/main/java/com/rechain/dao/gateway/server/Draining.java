package com.rechain.dao.gateway.server;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the requests under way, and knows when no more should come. Safe for many threads. */
public final class Draining {
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile boolean begun;

    /** From now on every answer ends its connection, so that callers go elsewhere. */
    public void begin() {
        begun = true;
    }

    public boolean hasBegun() {
        return begun;
    }

    /** Requests under way, streams left out: they would never end. */
    public int underWay() {
        return underWay.get();
    }

    void entered() {
        underWay.incrementAndGet();
    }

    void left() {
        underWay.decrementAndGet();
    }
}
