package com.rechain.dao.perf.load;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/**
 * The answers to requests of one kind, by status: how many, and how long they took from the instant
 * the request was due, in microseconds. Status 0 stands for no answer.
 */
public final class KindResult {
    private static final long LONGEST = TimeUnit.MINUTES.toMicros(5);

    private final Map<Integer, Histogram> byStatus = new TreeMap<>();

    void add(int status, long micros) {
        histogram(status).recordValue(Math.clamp(micros, 0, LONGEST));
    }

    void add(KindResult other) {
        other.byStatus.forEach((status, latency) -> histogram(status).add(latency));
    }

    /** The latency of all answers. */
    public Histogram latency() {
        Histogram all = empty();
        byStatus.values().forEach(all::add);
        return all;
    }

    /** The latency of the answers with this status. */
    public Histogram latency(int status) {
        Histogram some = empty();
        some.add(byStatus.getOrDefault(status, empty()));
        return some;
    }

    /** How many answers had which status. */
    public Map<Integer, Long> statuses() {
        return byStatus.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().getTotalCount()));
    }

    /** The latency that {@code percent} of the answers stayed within, in milliseconds. */
    public double millis(double percent) {
        return latency().getValueAtPercentile(percent) / 1e3;
    }

    private Histogram histogram(int status) {
        return byStatus.computeIfAbsent(status, _ -> empty());
    }

    private static Histogram empty() {
        return new Histogram(LONGEST, 3);
    }
}
