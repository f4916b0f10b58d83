package com.rechain.dao.perf.verify;

import java.time.Instant;
import java.util.Map;

/** One run as it is compared: when it was, and its figures. */
record MeasuredRun(Instant startedAt, Instant endedAt, Map<Figure, Double> figures) {
    MeasuredRun {
        figures = Map.copyOf(figures);
    }
}
