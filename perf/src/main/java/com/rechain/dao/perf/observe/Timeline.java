package com.rechain.dao.perf.observe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rechain.dao.perf.cli.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads the {@code timeline.jsonl} of a run. Figures get one name and one unit whatever server they
 * come from, and all that is known of a process stands under its name.
 */
public final class Timeline {
    public static final String FILE = "timeline.jsonl";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** {@code USER_HZ}, which is 100 on every Linux that runs Java. */
    private static final double TICKS = 100;

    private final Map<String, Map<String, Double>> sources = new HashMap<>();

    private Timeline() {}

    /**
     * What was observed during the run in {@code folder}.
     *
     * @throws UsageException when there is nothing, or not all of it can be read
     */
    public static List<Observation> read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new UsageException("%s is not a run: it has no %s.".formatted(folder, FILE));
        }
        List<Observation> observations = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            try {
                observations.add(observation(JSON.readTree(line)));
            } catch (JsonProcessingException | IllegalArgumentException _) {
                throw new UsageException(
                        "%s is cut off or damaged at line %d."
                                .formatted(file, observations.size() + 1));
            }
        }
        if (observations.size() < 2) {
            throw new UsageException("%s holds less than two seconds.".formatted(file));
        }
        return observations;
    }

    private static Observation observation(JsonNode second) {
        if (!second.path("at").isNumber()) {
            throw new IllegalArgumentException("no time");
        }
        Timeline timeline = new Timeline();
        second.path("services")
                .properties()
                .forEach(service -> timeline.add(service.getKey(), service.getValue()));
        second.path("processes")
                .properties()
                .forEach(process -> timeline.process(process.getKey(), process.getValue()));
        second.path("tables")
                .properties()
                .forEach(server -> timeline.add(server.getKey(), server.getValue()));
        timeline.add("primary", second.path("database"));
        timeline.add("replica", second.path("replica"));
        timeline.add("redis", second.path("redis"));
        timeline.machine(second.path("machine"));
        return new Observation(Instant.ofEpochMilli(second.path("at").asLong()), timeline.sources);
    }

    private void add(String source, JsonNode figures) {
        figures.properties()
                .forEach(figure ->
                        of(source).put(plain(figure.getKey()), figure.getValue().asDouble()));
    }

    private void process(String name, JsonNode process) {
        // A database's process and its counters are one source.
        Map<String, Double> figures = of(name.replaceFirst("^(mariadb|mysql)-", ""));
        figures.put("cpu_seconds", process.path("ticks").asDouble() / TICKS);
        figures.put("resident_bytes", process.path("residentBytes").asDouble());
        if (process.has("throttledMillis")) {
            figures.put("throttled_seconds", process.path("throttledMillis").asDouble() / 1e3);
        }
    }

    private void machine(JsonNode machine) {
        Map<String, Double> figures = of("machine");
        figures.put("cpu_seconds", machine.path("ticks").asDouble() / TICKS);
        figures.put("cpu_busy_seconds", machine.path("busyTicks").asDouble() / TICKS);
        figures.put("disk_busy_seconds", machine.path("diskBusyMillis").asDouble() / 1e3);
        figures.put("processors", machine.path("processors").asDouble());
    }

    private Map<String, Double> of(String source) {
        return sources.computeIfAbsent(source, _ -> new HashMap<>());
    }

    /**
     * Names without quotation marks; those of servers without capitals, which differ between them.
     */
    private static String plain(String key) {
        int brace = key.indexOf('{');
        return brace < 0 ? key.toLowerCase(Locale.ROOT) : key.replace("\"", "");
    }
}
