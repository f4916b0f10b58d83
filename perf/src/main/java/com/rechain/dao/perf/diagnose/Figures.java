package com.rechain.dao.perf.diagnose;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.rechain.dao.perf.cli.UsageException;
import com.rechain.dao.perf.model.Median;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a run shows, per request and per second, by name: {@code voting-service.cpu_us}. */
public final class Figures {
    /** Nothing is known of a healthy run. */
    public static final Figures NONE = new Figures(Map.of());

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final SortedMap<String, Double> values;

    public Figures(Map<String, Double> values) {
        this.values = new TreeMap<>(values);
    }

    /**
     * The figures of a healthy run, as {@link #write} left them.
     *
     * @throws UsageException when they are not there or not readable
     */
    public static Figures read(Path file) {
        try {
            return new Figures(JSON.readValue(Files.readAllBytes(file), new TypeReference<>() {}));
        } catch (IOException _) {
            throw new UsageException(
                    "%s does not hold the figures of a healthy run.".formatted(file));
        }
    }

    public void write(Path file) throws IOException {
        JSON.writeValue(file.toFile(), values);
    }

    /** 0 where it was not observed. */
    public double get(String name) {
        return values.getOrDefault(name, 0.0);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /**
     * The middles of the names that begin and end so: the services of {@code ("", ".cpu_us")}, the
     * tables of {@code ("replica.scan.", "")}.
     */
    public List<String> between(String prefix, String suffix) {
        return values.keySet().stream()
                .filter(name -> name.length() > prefix.length() + suffix.length())
                .filter(name -> name.startsWith(prefix) && name.endsWith(suffix))
                .map(name -> name.substring(prefix.length(), name.length() - suffix.length()))
                .toList();
    }

    public Map<String, Double> all() {
        return values;
    }

    /** The middle of several healthy runs, figure by figure. */
    public static Figures median(List<Figures> runs) {
        return new Figures(
                runs.stream()
                        .flatMap(run -> run.values.keySet().stream())
                        .distinct()
                        .collect(Collectors.toMap(name -> name, name -> middle(runs, name))));
    }

    private static double middle(List<Figures> runs, String name) {
        return Median.of(runs.stream().map(run -> run.get(name)).toList());
    }
}
