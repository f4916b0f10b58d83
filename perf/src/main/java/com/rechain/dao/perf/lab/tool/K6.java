package com.rechain.dao.perf.lab.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Grafana k6: arrivals at a constant or ramping rate. Streams to Prometheus while it runs when
 * {@code PROMETHEUS_REMOTE_WRITE_URL} names where.
 */
final class K6 implements LoadTool {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROMETHEUS = "PROMETHEUS_REMOTE_WRITE_URL";

    private final Path scripts;
    private final Map<String, String> variables;

    K6(Path root, Map<String, String> variables) {
        this.scripts = root.resolve("perf").resolve("k6");
        this.variables = Map.copyOf(variables);
    }

    @Override
    public String name() {
        return "k6";
    }

    @Override
    public Optional<String> missing() {
        return program().isPresent()
                ? Optional.empty()
                : Optional.of("k6 is not on the PATH: go install go.k6.io/k6@v1.8.1 gets it.");
    }

    @Override
    public List<String> command(Job job) {
        List<String> command = new ArrayList<>();
        command.add(program().orElseThrow().toString());
        command.addAll(
                List.of(
                        "run",
                        "--quiet",
                        "--no-usage-report",
                        "--log-format",
                        "raw",
                        "--console-output",
                        job.log().toString(),
                        "--summary-export",
                        summary(job).toString()));
        if (variables.containsKey(PROMETHEUS)) {
            command.addAll(List.of("--out", "experimental-prometheus-rw"));
        }
        command.add(scripts.resolve(job.scenario() + ".js").toString());
        return command;
    }

    @Override
    public Map<String, String> environment(Job job) {
        String prometheus = variables.get(PROMETHEUS);
        if (prometheus == null) {
            return Map.of("JOB", job.file().toString());
        }
        System.out.println("  k6 streams to " + prometheus);
        return Map.of(
                "JOB",
                job.file().toString(),
                "K6_PROMETHEUS_RW_SERVER_URL",
                prometheus,
                "K6_PROMETHEUS_RW_TREND_STATS",
                "p(50),p(95),p(99),max");
    }

    @Override
    public long dropped(Job job, Path output) throws IOException {
        JsonNode summary = JSON.readTree(summary(job).toFile());
        return summary.at("/metrics/dropped_iterations/count").asLong();
    }

    private static Path summary(Job job) {
        return job.folder().resolve("k6-summary.json");
    }

    private Optional<Path> program() {
        Path go = Path.of(variables.getOrDefault("HOME", "/"), "go", "bin");
        return Tools.find("k6", variables, go);
    }
}
