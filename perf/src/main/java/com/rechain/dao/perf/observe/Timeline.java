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
import java.util.regex.Pattern;

/**
 * Reads the {@code timeline.jsonl} of a run. Figures get one name and one unit whatever server they
 * come from, and all that is known of a process stands under its name.
 */
public final class Timeline {
    public static final String FILE = "timeline.jsonl";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** {@code USER_HZ}, which is 100 on every Linux that runs Java. */
    private static final double TICKS = 100;

    private static final Pattern CAPITAL = Pattern.compile("(?<=[a-z])[A-Z]");
    private static final List<String> SECTIONS = List.of("services", "processes", "tables");

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
        for (String section : SECTIONS) {
            second.path(section)
                    .properties()
                    .forEach(source -> timeline.add(source.getKey(), source.getValue()));
        }
        timeline.add("primary", second.path("database"));
        for (String source : List.of("replica", "redis", "outbox", "machine")) {
            timeline.add(source, second.path(source));
        }
        return new Observation(Instant.ofEpochMilli(second.path("at").asLong()), timeline.sources);
    }

    private void add(String name, JsonNode figures) {
        if (figures.isEmpty()) {
            return;
        }
        // A database's process and its counters are one source.
        Map<String, Double> source =
                sources.computeIfAbsent(
                        name.replaceFirst("^(mariadb|mysql)-", ""), _ -> new HashMap<>());
        figures.properties()
                .forEach(figure -> put(source, figure.getKey(), figure.getValue().asDouble()));
    }

    private static void put(Map<String, Double> source, String name, double value) {
        if (name.indexOf('{') >= 0) {
            source.put(name.replace("\"", ""), value);
        } else if (name.equals("ticks")) {
            source.put("cpu_seconds", value / TICKS);
        } else if (name.endsWith("Ticks")) {
            source.put("cpu_" + plain(name.replace("Ticks", "")) + "_seconds", value / TICKS);
        } else if (name.endsWith("Millis")) {
            source.put(plain(name.replace("Millis", "")) + "_seconds", value / 1e3);
        } else {
            source.put(plain(name), value);
        }
    }

    /** In small letters: some servers begin names with a capital, and ours have them within. */
    private static String plain(String name) {
        return CAPITAL.matcher(name).replaceAll("_$0").toLowerCase(Locale.ROOT);
    }
}
