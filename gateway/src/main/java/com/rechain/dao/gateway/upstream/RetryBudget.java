package com.rechain.dao.gateway.upstream;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps retries to a small part of all requests, so that a service in trouble is not asked twice as
 * much: every request earns a fraction of a retry, a retry spends one, and savings are bounded.
 * Safe for use by many threads.
 */
public final class RetryBudget {
    private static final long ONE = 1_000;

    private final long earned;
    private final long most;
    private final AtomicLong balance;

    /**
     * @param ratio what each request earns, in retries
     * @param reserve what is there at the beginning and the most that can be saved
     */
    public RetryBudget(double ratio, int reserve) {
        this.earned = Math.round(ratio * ONE);
        this.most = reserve * ONE;
        this.balance = new AtomicLong(most);
    }

    /** Notes a request. */
    public void earn() {
        // Full is the usual state, and reading it costs other threads nothing.
        if (balance.get() < most) {
            balance.updateAndGet(now -> Math.min(most, now + earned));
        }
    }

    /** Takes one retry; false when none is left. */
    public boolean trySpend() {
        return balance.getAndUpdate(now -> now >= ONE ? now - ONE : now) >= ONE;
    }
}
