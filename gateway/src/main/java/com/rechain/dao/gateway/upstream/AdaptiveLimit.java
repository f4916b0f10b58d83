package com.rechain.dao.gateway.upstream;

/**
 * How many requests an instance is given at once: additive increase while short requests are
 * answered in time, multiplicative decrease when too many of them are not, or the instance says
 * itself that it is overloaded. So what an instance can not do in time waits nowhere, and what it
 * answers stays what it can.
 *
 * <p>After D.-M. Chiu and R. Jain, "Analysis of the increase and decrease algorithms for congestion
 * avoidance in computer networks" (1989), which shows that of the linear controls only this one
 * comes to a fair and efficient share, applied to requests in flight as in E. Landau, W. Thurston
 * and T. Bozarth, "Performance under load" (Netflix, 2018). A bound on the time is used and not a
 * gradient against the shortest: voting-service writes in batches, so its answers grow slower with
 * the load while it still does more.
 *
 * <p>Safe for many threads.
 */
final class AdaptiveLimit {
    private static final int FEWEST_SAMPLES = 10;
    private static final double DECREASE = 0.9;
    private static final double MOST_LATE = 0.1;
    private static final double IN_USE = 0.5;
    private static final int STEPS = 64;
    private static final int STEPS_UNUSED = 8;

    private final int least;
    private final int most;
    private final long inTimeNanos;
    private final long windowNanos;
    private volatile int limit;
    private long windowBegan;
    private int samples;
    private int late;
    private int peak;

    /**
     * @param least never fewer than these, whatever happens
     * @param most never more
     * @param inTimeNanos what a short request may take
     * @param windowNanos how often it is decided anew
     */
    AdaptiveLimit(int least, int most, long inTimeNanos, long windowNanos) {
        this.least = Math.min(least, most);
        this.most = most;
        this.inTimeNanos = inTimeNanos;
        this.windowNanos = windowNanos;
        this.limit = most;
    }

    int get() {
        return limit;
    }

    /** A short request was answered after {@code nanos}, with {@code inFlight} others under way. */
    void answered(long nanos, int inFlight, long now) {
        sample(nanos > inTimeNanos, inFlight, now);
    }

    /** The instance says that it can not take more, or did not answer in time. */
    void refused(int inFlight, long now) {
        sample(true, inFlight, now);
    }

    private synchronized void sample(boolean isLate, int inFlight, long now) {
        if (samples == 0) {
            windowBegan = now;
        }
        samples++;
        late += isLate ? 1 : 0;
        peak = Math.max(peak, inFlight);
        if (now - windowBegan >= windowNanos && samples >= FEWEST_SAMPLES) {
            decide();
            samples = 0;
            late = 0;
            peak = 0;
        }
    }

    /** What few wait for is slow for another reason than their number. */
    private void decide() {
        boolean inUse = peak >= limit * IN_USE;
        if (late > samples * MOST_LATE) {
            int down = (int) Math.floor(Math.min(limit, peak) * DECREASE);
            limit = inUse ? Math.max(least, down) : limit;
        } else {
            // Where nobody is kept out any more, what once was too much is soon forgotten: the next
            // hiccup must not be met with the limit of the last.
            int steps = inUse ? STEPS : STEPS_UNUSED;
            limit = Math.min(most, limit + Math.max(1, limit / steps));
        }
    }
}
