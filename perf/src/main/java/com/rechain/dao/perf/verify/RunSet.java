package com.rechain.dao.perf.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rechain.dao.perf.cli.UsageException;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads a folder of runs: of the load lab ({@code run.json}) or results of the bench ({@code
 * results.json}), each in a folder of its own.
 */
final class RunSet {
    private static final String LAB = "run.json";
    private static final String BENCH = "results.json";
    private static final ObjectMapper JSON = new ObjectMapper();

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
        JsonNode run = json(folder.resolve(LAB));
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
        return Stream.of(
                        "gateway",
                        "user-service",
                        "proposal-service",
                        "voting-service",
                        "primary",
                        "replica",
                        "mariadb",
                        "redis",
                        "kafka")
                .flatMap(prefix -> evidence.sources(prefix).stream())
                .distinct()
                .mapToDouble(source -> 1e6 * evidence.delta(source, "cpu_seconds"))
                .sum();
    }

    /** What is counted in a second should grow; times and sizes should not. */
    private static MeasuredRun ofBench(Path folder) {
        JsonNode results = json(folder.resolve(BENCH));
        Map<Figure, Double> figures = new HashMap<>();
        for (JsonNode row : results.path("rows")) {
            for (JsonNode figure : row.path("figures")) {
                double[] rounds =
                        StreamSupport.stream(figure.path("rounds").spliterator(), false)
                                .mapToDouble(JsonNode::asDouble)
                                .toArray();
                if (rounds.length > 0) {
                    String unit = figure.path("unit").asText();
                    String title = row.path("name").asText() + ", " + figure.path("name").asText();
                    figures.put(new Figure(title, unit, unit.endsWith("/s")), middle(rounds));
                }
            }
        }
        try {
            Instant at = OffsetDateTime.parse(results.path("at").asText()).toInstant();
            return new MeasuredRun(at, at, figures);
        } catch (DateTimeParseException _) {
            throw broken(folder.resolve(BENCH));
        }
    }

    private static double middle(double[] values) {
        Arrays.sort(values);
        int half = values.length / 2;
        return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }

    private static JsonNode json(Path file) {
        try {
            JsonNode node = JSON.readTree(Files.readString(file));
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException _) {
            throw broken(file);
        } catch (IOException _) {
            throw new UsageException(file + " can not be read.");
        }
        throw broken(file);
    }

    private static UsageException broken(Path file) {
        return new UsageException("%s is not whole: the run was written by half.".formatted(file));
    }
}
