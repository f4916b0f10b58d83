package com.rechain.dao.perf.lab.scenario;

import org.jspecify.annotations.Nullable;

/**
 * The goals of a cell; none where it has none.
 *
 * @param p99Millis what 99 of 100 answers stay within
 * @param kneePerSecond what is answered well in the best second
 * @param goodputPercent what is left of the knee at the top of the ramp
 * @param recoverySeconds from the end of a spike until the latency is as before
 * @param hitPercent of the looks into the caches
 */
public record Goals(
        @Nullable Double p99Millis,
        @Nullable Double kneePerSecond,
        @Nullable Double goodputPercent,
        @Nullable Double recoverySeconds,
        @Nullable Double hitPercent) {}
