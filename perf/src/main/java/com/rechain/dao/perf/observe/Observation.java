package com.rechain.dao.perf.observe;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.DoubleStream;

/**
 * What all sources showed at one instant. A figure is named by its name and any of its labels,
 * written {@code label=value}; those that match are put together.
 *
 * @param sources figures by the name of the source; one that did not answer is missing
 */
public record Observation(Instant at, Map<String, Map<String, Double>> sources) {
    public Observation {
        sources = Map.copyOf(sources);
    }

    /** A figure of a source: 0 where it has none, not a number where the source was not seen. */
    public double figure(String source, String name, String... labels) {
        return sources.containsKey(source) ? sum(source, name, labels).orElse(0) : Double.NaN;
    }

    /** The sum of a figure over all sources and labels. */
    public double total(String name) {
        return over(name, Double::sum);
    }

    /** The highest that a figure is over all sources and labels. */
    public double highest(String name) {
        return over(name, Math::max);
    }

    /** The sum of what matches; empty where nothing does. */
    OptionalDouble sum(String source, String name, String... labels) {
        return matching(sources.getOrDefault(source, Map.of()), name, Arrays.asList(labels))
                .reduce(Double::sum);
    }

    private double over(String name, DoubleBinaryOperator together) {
        return sources.values().stream()
                .flatMapToDouble(source -> matching(source, name, List.of()))
                .reduce(0, together);
    }

    private static DoubleStream matching(
            Map<String, Double> source, String name, List<String> labels) {
        return source.entrySet().stream()
                .filter(figure ->
                        nameOf(figure.getKey()).equals(name)
                                && labelsOf(figure.getKey()).containsAll(labels))
                .mapToDouble(Map.Entry::getValue)
                .filter(Double::isFinite);
    }

    /** The name of a figure without its labels. */
    public static String nameOf(String key) {
        int brace = key.indexOf('{');
        return brace < 0 ? key : key.substring(0, brace);
    }

    /** The labels of a figure, each as {@code label=value}. */
    public static List<String> labelsOf(String key) {
        int brace = key.indexOf('{');
        return brace < 0
                ? List.of()
                : List.of(key.substring(brace + 1, key.length() - 1).split(","));
    }
}
