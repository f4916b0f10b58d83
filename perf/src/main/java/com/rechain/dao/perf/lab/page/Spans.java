package com.rechain.dao.perf.lab.page;

import com.rechain.dao.perf.lab.result.Observations;
import com.rechain.dao.perf.observe.Observation;
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
                    "(http_server_requests|http_client_requests|dao_database_query|dao_redis_call|dao_cache_load|dao_ballots_transaction|dao_ballots_queue_wait|dao_outbox_send|dao_passwords_hash)_seconds_count");

    private Spans() {}

    /** A kind of work: how often it was done and how long it took. */
    record Span(String service, String name, long count, double millis, double worstMillis) {
        double total() {
            return count * millis;
        }
    }

    /** The dearest kinds of work between the first and the last look, by the time spent in all. */
    static List<Span> of(Observations seen) {
        Map<String, Map<String, Double>> first = seen.seconds().getFirst().sources();
        List<Span> spans = new ArrayList<>();
        seen.seconds()
                .getLast()
                .sources()
                .forEach((source, after) ->
                        spans.addAll(spans(source, first.getOrDefault(source, Map.of()), after)));
        spans.sort(Comparator.comparingDouble(Span::total).reversed());
        return spans.subList(0, Math.min(SHOWN, spans.size()));
    }

    private static List<Span> spans(
            String service, Map<String, Double> before, Map<String, Double> after) {
        List<Span> spans = new ArrayList<>();
        for (String meter : after.keySet()) {
            Matcher matcher = COUNT.matcher(Observation.nameOf(meter));
            long count = matcher.matches() ? Math.round(grown(before, after, meter)) : 0;
            if (count > 0) {
                String sum = meter.replace("_seconds_count", "_seconds_sum");
                String max = meter.replace("_seconds_count", "_seconds_max");
                spans.add(
                        new Span(
                                service,
                                name(matcher.group(1), Observation.labelsOf(meter)),
                                count,
                                1e3 * grown(before, after, sum) / count,
                                1e3 * after.getOrDefault(max, 0.0)));
            }
        }
        return spans;
    }

    private static double grown(
            Map<String, Double> before, Map<String, Double> after, String meter) {
        return after.getOrDefault(meter, 0.0) - before.getOrDefault(meter, 0.0);
    }

    private static String name(String timer, List<String> labels) {
        String what =
                switch (timer) {
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
        // How it ended is told where nothing else is.
        return labels.stream()
                .filter(label -> labels.size() == 1 || !label.startsWith("outcome="))
                .map(label -> label.substring(label.indexOf('=') + 1))
                .reduce(what, (name, value) -> name + " " + value);
    }
}
