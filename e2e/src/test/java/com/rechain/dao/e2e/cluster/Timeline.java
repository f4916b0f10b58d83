package com.rechain.dao.e2e.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What an autoscaler saw and wanted, second by second; a line whenever that changed. */
final class Timeline implements AutoCloseable {
    private final Release release;
    private final String service;
    private final Instant began = Instant.now();
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private String last = "";

    private Timeline(Release release, String service) {
        this.release = release;
        this.service = service;
    }

    static Timeline of(Release release, String service) {
        Timeline timeline = new Timeline(release, service);
        timeline.clock.scheduleWithFixedDelay(timeline::look, 0, 1, TimeUnit.SECONDS);
        return timeline;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    @Override
    public String toString() {
        return "autoscaler of " + service + "\n" + String.join("\n", lines);
    }

    private void look() {
        try {
            JsonNode status =
                    Cluster.get("hpa", Release.NAME + "-" + service, "-n", release.namespace())
                            .path("status");
            String now =
                    "wanted %s, there %s, ready %s, sees %s"
                            .formatted(
                                    status.path("desiredReplicas").asText("0"),
                                    status.path("currentReplicas").asText("0"),
                                    release.ready(service),
                                    seen(status.path("currentMetrics")));
            if (!now.equals(last)) {
                last = now;
                lines.add(
                        "  %4d s  %s"
                                .formatted(
                                        Duration.between(began, Instant.now()).toSeconds(), now));
            }
        } catch (IllegalStateException e) {
            lines.add("  no answer: " + e.getMessage());
        }
    }

    private static String seen(JsonNode metrics) {
        StringBuilder text = new StringBuilder();
        for (JsonNode metric : metrics) {
            JsonNode kind = metric.path(metric.path("type").asText().toLowerCase(Locale.ROOT));
            String name = kind.at("/metric/name").asText(kind.path("name").asText());
            JsonNode current = kind.path("current");
            String value =
                    current.path("averageValue")
                            .asText(
                                    current.path("value")
                                            .asText(current.path("averageUtilization").asText()));
            text.append(name).append('=').append(value).append(' ');
        }
        return text.toString().strip();
    }
}
