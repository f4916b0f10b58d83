package com.rechain.dao.perf.bench;

import com.rechain.dao.perf.load.LoadResult;
import com.rechain.dao.perf.load.OpenLoop;
import com.rechain.dao.perf.load.PlannedRequest;
import java.net.URI;
import java.time.Duration;
import java.util.function.LongFunction;

/**
 * Raises the rate step by step until the target no longer keeps up, and remembers the best step
 * that counted.
 */
final class Steps {
    static final String[] HEAD = {
        "target", "rate/s", "answered/s", "p50 ms", "p99 ms", "failed", "counts"
    };

    private final Table table;
    private final Duration each;

    Steps(Table table, Duration each) {
        this.table = table;
        this.each = each;
    }

    /**
     * The highest of {@code rates} that {@code target} held; 0 when it held none. Numbers of
     * requests go on counting.
     */
    double highestHeld(String name, URI target, double[] rates, LongFunction<PlannedRequest> plan) {
        double highest = 0;
        long sent = 0;
        try (OpenLoop load = new OpenLoop(target)) {
            for (double rate : rates) {
                long offset = sent;
                LoadResult result = load.run(rate, each, n -> plan.apply(offset + n));
                sent += result.sent();
                add(name, result);
                if (!result.held()) {
                    break;
                }
                highest = rate;
            }
        }
        return highest;
    }

    /** Sends at {@code rate} for a while without a row in the table. */
    static long warmUp(
            URI target, double rate, Duration duration, LongFunction<PlannedRequest> plan) {
        try (OpenLoop load = new OpenLoop(target)) {
            return load.run(rate, duration, plan).sent();
        }
    }

    private void add(String name, LoadResult result) {
        table.row(
                name,
                Math.round(result.intendedRate()),
                result.goodput(),
                result.millis(50),
                result.millis(99),
                result.failed(),
                result.held() ? "yes" : "no");
    }
}
