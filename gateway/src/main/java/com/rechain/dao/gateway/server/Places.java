package com.rechain.dao.gateway.server;

import java.util.concurrent.atomic.AtomicInteger;

/** So many places and no more. Safe for use by many threads. */
final class Places {
    private final int most;
    private final AtomicInteger taken = new AtomicInteger();

    Places(int most) {
        this.most = most;
    }

    /** Takes a place; false when there is none. */
    boolean tryEnter() {
        if (taken.incrementAndGet() > most) {
            taken.decrementAndGet();
            return false;
        }
        return true;
    }

    void leave() {
        taken.decrementAndGet();
    }

    int taken() {
        return taken.get();
    }
}
