package com.rechain.dao.perf.lab.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.perf.lab.result.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where time went inside: what each service spent in its routes, statements and calls, by its own
 * meters.
 */
final class Spans {
    private static final int SHOWN = 12;
    private static final Pattern COUNT =
            Pattern.compile(
                    "(http_server_requests|http_client_requests|dao_database_query|dao_redis_call|dao_cache_load|dao_ballots_transaction|dao_ballots_queue_wait|dao_outbox_send|dao_passwords_hash)_seconds_count(\\{.*})?");

    private Spans() {}

    /** A kind of work: how often it was done and how long it took. */
    record Span(String service, String name, long count, double millis, double worstMillis) {
        double total() {
            return count * millis;
        }
    }

    /** The dearest kinds of work between the first and the last look, by the time spent in all. */
    static List<Span> of(Timeline timeline) {
        List<JsonNode> seconds = timeline.seconds();
        if (seconds.size() < 2) {
            return List.of();
        }
        JsonNode first = seconds.getFirst().path("services");
        List<Span> spans = new ArrayList<>();
        for (Map.Entry<String, JsonNode> service :
                seconds.getLast().path("services").properties()) {
            spans.addAll(spans(service.getKey(), first.path(service.getKey()), service.getValue()));
        }
        spans.sort(Comparator.comparingDouble(Span::total).reversed());
        return spans.subList(0, Math.min(SHOWN, spans.size()));
    }

    private static List<Span> spans(String service, JsonNode before, JsonNode after) {
        List<Span> spans = new ArrayList<>();
        for (Map.Entry<String, JsonNode> meter : after.properties()) {
            Matcher matcher = COUNT.matcher(meter.getKey());
            if (matcher.matches()) {
                long count = Math.round(grown(before, after, meter.getKey()));
                String sum = meter.getKey().replace("_seconds_count", "_seconds_sum");
                String max = meter.getKey().replace("_seconds_count", "_seconds_max");
                if (count > 0) {
                    spans.add(
                            new Span(
                                    service,
                                    name(matcher),
                                    count,
                                    1e3 * grown(before, after, sum) / count,
                                    1e3 * after.path(max).asDouble()));
                }
            }
        }
        return spans;
    }

    private static double grown(JsonNode before, JsonNode after, String meter) {
        return after.path(meter).asDouble() - before.path(meter).asDouble();
    }

    private static String name(Matcher matcher) {
        String labels = matcher.group(2) == null ? "" : matcher.group(2);
        String what =
                switch (matcher.group(1)) {
                    case "http_server_requests" -> "answer";
                    case "http_client_requests" -> "call";
                    case "dao_database_query" -> "statement on the";
                    case "dao_redis_call" -> "call of Redis,";
                    case "dao_cache_load" -> "load of the cache";
                    case "dao_ballots_transaction" -> "batch of ballots";
                    case "dao_ballots_queue_wait" -> "wait for a writer";
                    case "dao_outbox_send" -> "batch of events to Kafka";
                    default -> "password hash";
                };
        String values =
                Pattern.compile("(\\w+)=\"([^\"]*)\"")
                        .matcher(labels)
                        .results()
                        .filter(label -> !label.group(1).equals("outcome") || labels.length() < 30)
                        .map(label -> label.group(2))
                        .reduce("", (all, value) -> all + " " + value);
        return what + values;
    }
}
