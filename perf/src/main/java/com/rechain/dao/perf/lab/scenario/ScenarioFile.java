package com.rechain.dao.perf.lab.scenario;

import java.util.List;
import java.util.Map;

/** {@code perf/scenarios.yaml} as it is written. */
record ScenarioFile(
        int version,
        Bands bands,
        Map<Scale, Judged> scales,
        Map<TestType, Map<Scale, List<Multiple>>> shapes,
        Reading reading,
        Map<Scenario, Map<TestType, Entry>> cells) {

    /** Whether times decide at a scale. */
    record Judged(boolean judged) {}

    /** A phase in multiples of a cell's rate. */
    record Multiple(int seconds, double from, double to) {
        Phase of(int rate) {
            return new Phase(seconds, times(rate, from), times(rate, to));
        }

        private static int times(int rate, double multiple) {
            return Math.max(1, (int) Math.round(rate * multiple));
        }
    }

    /** A cell at all scales. */
    record Entry(Map<Scale, Integer> rate, Map<Scale, Data> data, Goals goals) {}
}
