package com.rechain.dao.e2e.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The cluster's Prometheus, asked through the API server. */
final class Prometheus {
    private static final String SERVICE =
            System.getenv().getOrDefault("DAO_CLUSTER_PROMETHEUS", "monitoring/prometheus:9090");

    private Prometheus() {}

    /** The series that an expression gives now. */
    static JsonNode query(String expression) {
        String encoded = URLEncoder.encode(expression, StandardCharsets.UTF_8);
        return api("query?query=" + encoded).at("/data/result");
    }

    /** All rule groups that are loaded. */
    static JsonNode groups() {
        return api("rules").at("/data/groups");
    }

    /** Whether an alert of this name fires. */
    static boolean fires(String alert) {
        return !query("ALERTS{alertname=\"%s\",alertstate=\"firing\"}".formatted(alert)).isEmpty();
    }

    private static JsonNode api(String call) {
        String[] parts = SERVICE.split("/", 2);
        return Cluster.raw(
                "/api/v1/namespaces/%s/services/%s/proxy/api/v1/%s"
                        .formatted(parts[0], parts[1], call));
    }
}
