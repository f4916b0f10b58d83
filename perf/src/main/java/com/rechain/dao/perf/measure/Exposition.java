package com.rechain.dao.perf.measure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a process says of itself in the text format of Prometheus.
 *
 * @param series values by the name with its labels, as they are written there
 */
public record Exposition(Map<String, Double> series) {
    // An instance that answers later than this tells nothing of the second that was asked about.
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(TIMEOUT)
                    .build();

    public Exposition {
        series = Map.copyOf(series);
    }

    /** Asks the management address of a process. */
    public static Exposition of(URI management) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(management.resolve("/q/metrics")).timeout(TIMEOUT).build();
        return parse(HTTP.send(request, BodyHandlers.ofString()).body());
    }

    /** Reads the text: a name with labels, a space, a number. */
    public static Exposition parse(String text) {
        Map<String, Double> series = new LinkedHashMap<>();
        text.lines()
                .filter(line -> !line.startsWith("#") && line.indexOf(' ') > 0)
                .forEach(line -> {
                    int space = line.lastIndexOf(' ');
                    series.put(line.substring(0, space), number(line.substring(space + 1)));
                });
        return new Exposition(series);
    }

    /**
     * The sum over all series of this name that carry all these labels, written as {@code
     * name="value"}; 0 when there is none.
     */
    public double sum(String name, String... labels) {
        return series.entrySet().stream()
                .filter(entry -> isOf(entry.getKey(), name))
                .filter(entry -> List.of(labels).stream().allMatch(entry.getKey()::contains))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** Whether there is any series of this name. */
    public boolean has(String name) {
        return series.keySet().stream().anyMatch(key -> isOf(key, name));
    }

    private static boolean isOf(String key, String name) {
        return key.equals(name) || key.startsWith(name + "{");
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
