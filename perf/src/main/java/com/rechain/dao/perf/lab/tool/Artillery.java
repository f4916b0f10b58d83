package com.rechain.dao.perf.lab.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.perf.cli.UsageException;
import com.rechain.dao.perf.lab.scenario.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Artillery: arrivals by phases. Each phase is cut into stretches with a number of arrivals,
 * because its own ramps round every step.
 */
final class Artillery implements LoadTool {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path scripts;
    private final Map<String, String> variables;

    Artillery(Path root, Map<String, String> variables) {
        this.scripts = root.resolve("perf").resolve("artillery");
        this.variables = Map.copyOf(variables);
    }

    @Override
    public String name() {
        return "artillery";
    }

    @Override
    public Optional<String> missing() {
        if (Tools.find("node", variables).isEmpty()) {
            return Optional.of(
                    "Artillery needs Node.js 20 or later, and there is no node on the PATH.");
        }
        return Files.exists(program())
                ? Optional.empty()
                : Optional.of(
                        "Artillery is not installed: npm ci --ignore-scripts in perf/artillery gets it.");
    }

    @Override
    public List<String> command(Job job) {
        return List.of(
                Tools.find("node", variables).orElseThrow().toString(),
                "--require",
                scripts.resolve("silent.js").toString(),
                program().toString(),
                "run",
                "--target",
                job.gateway(),
                "--overrides",
                overrides(job),
                "--output",
                report(job).toString(),
                scripts.resolve(job.scenario() + ".yaml").toString());
    }

    @Override
    public Map<String, String> environment(Job job) {
        return Map.of(
                "JOB",
                job.file().toString(),
                "LOG",
                job.log().toString(),
                // Requests are numbered in one process.
                "WORKERS",
                "1",
                "ARTILLERY_DISABLE_TELEMETRY",
                "true");
    }

    @Override
    public long dropped(Job job, Path output) throws IOException {
        if (!Files.exists(report(job))) {
            throw new UsageException(
                    "Artillery left no report, so its run does not count; what it said is in %s."
                            .formatted(output));
        }
        JsonNode report = JSON.readTree(report(job).toFile());
        return report.path("aggregate").path("counters").path("vusers.skipped").asLong();
    }

    private static String overrides(Job job) {
        ObjectNode overrides = JSON.createObjectNode();
        ObjectNode config = overrides.putObject("config");
        config.putObject("http").put("timeout", 15).put("pool", job.callers());
        ArrayNode phases = config.putArray("phases");
        for (Phase phase : job.phases()) {
            add(phases, phase);
        }
        return overrides.toString();
    }

    private static void add(ArrayNode phases, Phase phase) {
        if (phase.from() == phase.to()) {
            phases.addObject()
                    .put("duration", phase.seconds())
                    .put("arrivalCount", phase.seconds() * phase.from());
            return;
        }
        long before = 0;
        for (int second = 1; second <= phase.seconds(); second++) {
            double rate =
                    phase.from() + (phase.to() - phase.from()) * (double) second / phase.seconds();
            long due = Math.round(second * (phase.from() + rate) / 2);
            if (due > before) {
                phases.addObject().put("duration", 1).put("arrivalCount", due - before);
            } else {
                phases.addObject().put("pause", 1);
            }
            before = due;
        }
    }

    private static Path report(Job job) {
        return job.folder().resolve("artillery.json");
    }

    private Path program() {
        return scripts.resolve("node_modules/artillery/bin/run");
    }
}
