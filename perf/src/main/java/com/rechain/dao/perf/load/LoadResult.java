package com.rechain.dao.perf.load;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * What a load did.
 *
 * @param intended how many requests were due
 * @param sent how many left in time to count
 * @param statuses answers by status; 0 stands for no answer
 * @param latency from the instant a request was due to the end of its answer, in microseconds
 */
public record LoadResult(
        double intendedRate,
        long intended,
        long sent,
        Map<Integer, Long> statuses,
        Histogram latency,
        Duration took) {

    /** What this load and one right after it did together; the rate stays this one's. */
    public LoadResult plus(LoadResult next) {
        Map<Integer, Long> both = new TreeMap<>(statuses);
        next.statuses.forEach((status, count) -> both.merge(status, count, Long::sum));
        Histogram all = latency.copy();
        all.add(next.latency);
        return new LoadResult(
                intendedRate,
                intended + next.intended,
                sent + next.sent,
                Map.copyOf(both),
                all,
                took.plus(next.took));
    }

    /** Successful answers per second of the whole run, stragglers included. */
    public double goodput() {
        return succeeded() * 1e9 / took.toNanos();
    }

    public long succeeded() {
        return statuses.entrySet().stream()
                .filter(entry -> entry.getKey() / 100 == 2)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    public long failed() {
        return statuses.values().stream().mapToLong(Long::longValue).sum() - succeeded();
    }

    /** The latency that {@code percent} of the answers stayed within, in milliseconds. */
    public double millis(double percent) {
        return latency.getValueAtPercentile(percent) / 1e3;
    }

    /** Whether the run counts: at least 99 % of the intended rate was sent and answered well. */
    public boolean held() {
        return sent >= 0.99 * intended && failed() == 0 && goodput() >= 0.97 * intendedRate;
    }
}
