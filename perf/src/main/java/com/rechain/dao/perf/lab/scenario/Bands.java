package com.rechain.dao.perf.lab.scenario;

import java.util.Map;

/** The founding brief's tables: of the latency by scenario, and of resources by name. */
public record Bands(Map<Scenario, Band> latency, Map<String, Band> resources) {
    public Bands {
        latency = Map.copyOf(latency);
        resources = Map.copyOf(resources);
    }
}
