package com.rechain.dao.perf.load;

import java.time.Duration;
import java.util.Map;

/** What loads of which tests speak did. */
public final class LoadSpecimen {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private LoadSpecimen() {}

    /** A second in which everything was sent when it was due and answered well after so long. */
    public static LoadResult answered(double rate, Duration latency) {
        KindResult answers = new KindResult();
        long requests = Math.round(rate);
        for (long i = 0; i < requests; i++) {
            answers.add(200, latency.toNanos() / 1_000);
        }
        return new LoadResult(
                rate, requests, requests, Map.of("any", answers), SECOND, SECOND, Duration.ZERO);
    }

    /** A second in which one request was refused. */
    public static LoadResult refusedOnce(double rate, Duration latency) {
        KindResult refusal = new KindResult();
        refusal.add(503, latency.toNanos() / 1_000);
        LoadResult answered = answered(rate - 1, latency);
        return new LoadResult(
                rate,
                answered.intended() + 1,
                answered.sent() + 1,
                Map.of("any", answered.kind("any"), "refused", refusal),
                SECOND,
                SECOND,
                Duration.ZERO);
    }
}
