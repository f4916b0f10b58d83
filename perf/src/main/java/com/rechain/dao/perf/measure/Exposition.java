package com.rechain.dao.perf.measure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** What a process says of itself in the text format of Prometheus. */
public record Exposition(List<String> lines) {
    public Exposition {
        lines = List.copyOf(lines);
    }

    /** Asks the management address of a process. */
    public static Exposition of(String managementUrl) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(managementUrl + "/q/metrics")).build();
            return new Exposition(
                    http.send(request, BodyHandlers.ofString()).body().lines().toList());
        }
    }

    /**
     * The sum over all series of this name that carry all these labels, written as {@code
     * name="value"}; 0 when there is none.
     */
    public double sum(String name, String... labels) {
        return lines.stream()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> List.of(labels).stream().allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** Whether there is any series of this name. */
    public boolean has(String name) {
        return lines.stream().anyMatch(line -> line.startsWith(name));
    }
}
