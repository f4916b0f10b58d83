package com.rechain.dao.perf.lab.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** {@code timeline.jsonl}: what was seen of the platform, second by second. */
public final class Timeline {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> seconds;
    private final long begin;

    private Timeline(List<JsonNode> seconds, long begin) {
        this.seconds = seconds;
        this.begin = begin;
    }

    /**
     * @param begin of the run, in milliseconds since 1970
     * @throws IOException when it is not there, or a line is not whole
     */
    public static Timeline read(Path file, long begin) throws IOException {
        List<JsonNode> seconds = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            seconds.add(JSON.readTree(line));
        }
        return new Timeline(seconds, begin);
    }

    public List<JsonNode> seconds() {
        return seconds;
    }

    /** A figure as it stood. */
    public Series gauge(String name, String unit, ToDoubleFunction<JsonNode> figure) {
        List<Point> points = new ArrayList<>();
        for (JsonNode second : seconds) {
            add(points, second, figure.applyAsDouble(second));
        }
        return new Series(name, unit, points);
    }

    /** How much a counter grew for each second between two looks. */
    public Series rate(String name, String unit, ToDoubleFunction<JsonNode> counter) {
        List<Point> points = new ArrayList<>();
        for (int i = 1; i < seconds.size(); i++) {
            double elapsed = (at(seconds.get(i)) - at(seconds.get(i - 1))) / 1e3;
            double grown = grown(i, counter);
            if (elapsed > 0 && grown >= 0) {
                add(points, seconds.get(i), grown / elapsed);
            }
        }
        return new Series(name, unit, points);
    }

    /** How much one counter grew for each step of another, times {@code factor}. */
    public Series ratio(
            String name,
            String unit,
            double factor,
            ToDoubleFunction<JsonNode> part,
            ToDoubleFunction<JsonNode> whole) {
        List<Point> points = new ArrayList<>();
        for (int i = 1; i < seconds.size(); i++) {
            double all = grown(i, whole);
            if (all > 0) {
                add(points, seconds.get(i), factor * Math.max(0, grown(i, part)) / all);
            }
        }
        return new Series(name, unit, points);
    }

    /** The sum of a meter, with all its labels, over all services. */
    public static double meters(JsonNode second, String name) {
        double sum = 0;
        for (JsonNode service : second.path("services")) {
            sum += meter(service, name, "");
        }
        return sum;
    }

    /** The sum of a service's meter over all labels that hold {@code label}. */
    public static double meter(JsonNode service, String name, String label) {
        double sum = 0;
        for (Map.Entry<String, JsonNode> entry : service.properties()) {
            String series = entry.getKey();
            if ((series.equals(name) || series.startsWith(name + "{")) && series.contains(label)) {
                sum += entry.getValue().asDouble();
            }
        }
        return sum;
    }

    /** The highest value of a meter over all services and labels. */
    public static double highest(JsonNode second, String name) {
        double highest = 0;
        for (JsonNode service : second.path("services")) {
            for (Map.Entry<String, JsonNode> entry : service.properties()) {
                if (entry.getKey().equals(name) || entry.getKey().startsWith(name + "{")) {
                    highest = Math.max(highest, entry.getValue().asDouble());
                }
            }
        }
        return highest;
    }

    private double grown(int i, ToDoubleFunction<JsonNode> counter) {
        return counter.applyAsDouble(seconds.get(i)) - counter.applyAsDouble(seconds.get(i - 1));
    }

    private void add(List<Point> points, JsonNode second, double value) {
        if (Double.isFinite(value)) {
            points.add(new Point((at(second) - begin) / 1e3, value));
        }
    }

    private static long at(JsonNode second) {
        return second.path("at").asLong();
    }
}
