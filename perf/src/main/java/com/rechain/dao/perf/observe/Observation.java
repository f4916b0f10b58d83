package com.rechain.dao.perf.observe;

import java.time.Instant;
import java.util.Map;

/**
 * What all sources showed at one instant.
 *
 * @param sources figures by the name of the source; one that did not answer is missing
 */
public record Observation(Instant at, Map<String, Map<String, Double>> sources) {
    public Observation {
        sources = Map.copyOf(sources);
    }
}
