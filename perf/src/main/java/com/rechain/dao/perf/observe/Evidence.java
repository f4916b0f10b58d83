package com.rechain.dao.perf.observe;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Asks observations for differences and means. A series is named by its name and any of its labels,
 * written {@code label=value}; those that match are added up.
 */
public final class Evidence {
    /** What the names of the sources begin with that a platform consists of. */
    public static final List<String> STATIONS =
            List.of(
                    "gateway",
                    "user-service",
                    "proposal-service",
                    "voting-service",
                    "primary",
                    "replica",
                    "redis",
                    "kafka");

    private final List<Observation> observations;

    /**
     * @param observations at least two, in the order of time
     */
    public Evidence(List<Observation> observations) {
        this.observations = List.copyOf(observations);
    }

    public double seconds() {
        return Duration.between(observations.getFirst().at(), observations.getLast().at())
                        .toMillis()
                / 1e3;
    }

    /** Each second on its own. */
    public List<Evidence> steps() {
        return IntStream.range(1, observations.size())
                .mapToObj(end -> new Evidence(observations.subList(end - 1, end + 1)))
                .toList();
    }

    /** The instances of a service, or other sources, whose names begin so. */
    public List<String> sources(String prefix) {
        return observations.stream()
                .flatMap(observation -> observation.sources().keySet().stream())
                .filter(source -> source.startsWith(prefix))
                .distinct()
                .sorted()
                .toList();
    }

    /** The first part of the time, such as a third. */
    public Evidence first(double share) {
        int end = Math.max(2, (int) Math.round(observations.size() * share));
        return new Evidence(observations.subList(0, Math.min(end, observations.size())));
    }

    /** The last part of the time. */
    public Evidence last(double share) {
        int start = (int) Math.round(observations.size() * (1 - share));
        return new Evidence(
                observations.subList(
                        Math.clamp(start, 0, observations.size() - 2), observations.size()));
    }

    /** By how much a counter grew. */
    public double delta(String source, String name, String... labels) {
        double[] values = values(source, name, labels).toArray();
        return values.length < 2 ? 0 : Math.max(0, values[values.length - 1] - values[0]);
    }

    /** The mean of a gauge; 0 where it was not seen. */
    public double mean(String source, String name, String... labels) {
        return values(source, name, labels).average().orElse(0);
    }

    public double max(String source, String name, String... labels) {
        return values(source, name, labels).max().orElse(0);
    }

    /** The lowest that a gauge was; 0 where it was not seen. */
    public double min(String source, String name, String... labels) {
        return values(source, name, labels).min().orElse(0);
    }

    public double last(String source, String name, String... labels) {
        return values(source, name, labels).reduce(0, (_, later) -> later);
    }

    /** Mean of a timer or summary in its own unit, or 0 when nothing was timed. */
    public double timed(String source, String name, String... labels) {
        double count = delta(source, name + "_count", labels);
        return count == 0 ? 0 : delta(source, name + "_sum", labels) / count;
    }

    /** The values that a label takes. */
    public Set<String> labels(String source, String name, String label) {
        return observations.stream()
                .map(observation -> observation.sources().getOrDefault(source, Map.of()))
                .flatMap(series -> series.keySet().stream())
                .filter(key -> Observation.nameOf(key).equals(name))
                .flatMap(key -> Observation.labelsOf(key).stream())
                .filter(pair -> pair.startsWith(label + "="))
                .map(pair -> pair.substring(label.length() + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** One value for each observation in which anything matches. */
    private DoubleStream values(String source, String name, String... labels) {
        return observations.stream()
                .map(observation -> observation.sum(source, name, labels))
                .flatMapToDouble(OptionalDouble::stream);
    }
}
