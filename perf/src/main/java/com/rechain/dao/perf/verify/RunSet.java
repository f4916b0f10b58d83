package com.rechain.dao.perf.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.perf.cli.JsonFile;
import com.rechain.dao.perf.cli.UsageException;
import com.rechain.dao.perf.model.Median;
import com.rechain.dao.perf.observe.Evidence;
import com.rechain.dao.perf.observe.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads a folder of runs: of the load lab ({@code run.json}) or results of the bench ({@code
 * results.json}), each in a folder of its own.
 */
final class RunSet {
    private static final String LAB = "run.json";
    private static final String BENCH = "results.json";

    private RunSet() {}

    /**
     * @throws UsageException when there is nothing, or not all of it is whole
     */
    static List<MeasuredRun> read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new UsageException("There is no folder %s.".formatted(folder));
        }
        List<MeasuredRun> runs = new ArrayList<>();
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path run : inside.filter(Files::isDirectory).sorted().toList()) {
                if (Files.exists(run.resolve(LAB))) {
                    runs.add(ofLab(run));
                } else if (Files.exists(run.resolve(BENCH))) {
                    runs.add(ofBench(run));
                } else {
                    throw new UsageException(
                            "%s holds no finished run: neither %s nor %s is there."
                                    .formatted(run, LAB, BENCH));
                }
            }
        }
        if (runs.isEmpty()) {
            throw new UsageException("There are no runs in %s.".formatted(folder));
        }
        return runs;
    }

    private static MeasuredRun ofLab(Path folder) throws IOException {
        JsonNode run = JsonFile.read(folder.resolve(LAB));
        JsonNode answers = run.path("answers");
        Map<Figure, Double> figures = new HashMap<>();
        figures.put(Figure.THROUGHPUT, answers.path("goodPerSecond").asDouble());
        figures.put(Figure.P50, answers.path("p50Millis").asDouble());
        figures.put(Figure.P99, answers.path("p99Millis").asDouble());
        long requests = answers.path("requests").asLong();
        if (requests > 0 && Files.exists(folder.resolve(Timeline.FILE))) {
            figures.put(Figure.CPU, cpuMicros(folder) / requests);
        }
        Instant begin = Instant.ofEpochMilli(run.path("begin").asLong());
        Duration took =
                Duration.ofMillis(Math.round(1e3 * run.path("sending").path("seconds").asDouble()));
        return new MeasuredRun(begin, begin.plus(took), figures);
    }

    /** Of the services and the databases, not of the tool that made the load. */
    private static double cpuMicros(Path folder) throws IOException {
        Evidence evidence = new Evidence(Timeline.read(folder));
        return Evidence.STATIONS.stream()
                .flatMap(prefix -> evidence.sources(prefix).stream())
                .distinct()
                .mapToDouble(source -> 1e6 * evidence.delta(source, "cpu_seconds"))
                .sum();
    }

    /** What is counted in a second should grow; times and sizes should not. */
    private static MeasuredRun ofBench(Path folder) {
        JsonNode results = JsonFile.read(folder.resolve(BENCH));
        Map<Figure, Double> figures = new HashMap<>();
        for (JsonNode row : results.path("rows")) {
            for (JsonNode figure : row.path("figures")) {
                List<Double> rounds = new ArrayList<>();
                figure.path("rounds").forEach(round -> rounds.add(round.asDouble()));
                if (!rounds.isEmpty()) {
                    String unit = figure.path("unit").asText();
                    String title = row.path("name").asText() + ", " + figure.path("name").asText();
                    figures.put(new Figure(title, unit, unit.endsWith("/s")), Median.of(rounds));
                }
            }
        }
        try {
            Instant at = OffsetDateTime.parse(results.path("at").asText()).toInstant();
            return new MeasuredRun(at, at, figures);
        } catch (DateTimeParseException _) {
            throw JsonFile.notWhole(folder.resolve(BENCH));
        }
    }
}
