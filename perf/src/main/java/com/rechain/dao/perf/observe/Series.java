package com.rechain.dao.perf.observe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text that Prometheus scrapes, as far as a diagnosis uses it. */
final class Series {
    private static final Pattern LINE =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? ([^ ]+)");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final List<String> FAMILIES =
            List.of(
                    "http_server_requests_seconds",
                    "http_client_requests_seconds",
                    "dao_",
                    "agroal_",
                    "cache_",
                    "jvm_gc_",
                    "jvm_memory_used_bytes",
                    "jvm_memory_max_bytes",
                    "kafka_consumer_fetch_manager_records_lag_max");

    private Series() {}

    /** Value by {@code name{label=value,...}}; the label of the application is left out. */
    static Map<String, Double> parse(String text) {
        Map<String, Double> series = new HashMap<>();
        text.lines()
                .filter(Series::isUsed)
                .forEach(line -> {
                    Matcher match = LINE.matcher(line);
                    if (match.matches()) {
                        String labels = match.group(2) == null ? "" : match.group(2);
                        series.put(key(match.group(1), labels), number(match.group(3)));
                    }
                });
        return series;
    }

    private static boolean isUsed(String line) {
        return FAMILIES.stream().anyMatch(line::startsWith) && !line.contains("_bucket{");
    }

    private static String key(String name, String labels) {
        List<String> pairs = new ArrayList<>();
        Matcher match = LABEL.matcher(labels);
        while (match.find()) {
            if (!match.group(1).equals("application")) {
                pairs.add(match.group(1) + "=" + match.group(2));
            }
        }
        return pairs.isEmpty() ? name : name + "{" + String.join(",", pairs) + "}";
    }

    private static double number(String text) {
        return switch (text) {
            case "NaN" -> Double.NaN;
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
