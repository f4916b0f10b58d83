package com.rechain.dao.perf.lab.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** The services' own meters, from {@code /q/metrics}, without buckets and what nobody asks for. */
final class MetricsProbe implements Probe {
    private static final Duration TIMEOUT = Duration.ofMillis(800);
    private static final Set<String> WANTED =
            Set.of(
                    "agroal_",
                    "dao_",
                    "cache_size",
                    "cache_evictions",
                    "http_server_requests_seconds",
                    "http_client_requests_seconds",
                    "jvm_gc_pause_seconds",
                    "jvm_memory_used_bytes",
                    "jvm_memory_max_bytes",
                    "jvm_memory_usage_after_gc",
                    "jvm_gc_memory_allocated",
                    "jvm_threads_live",
                    "process_cpu_usage",
                    "process_resident_memory_bytes",
                    "kafka_consumer_fetch_manager_records_lag_max",
                    "kafka_producer_record_send_rate");

    private final Map<String, URI> management;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(TIMEOUT)
                    .build();

    MetricsProbe(Map<String, URI> management) {
        this.management = Map.copyOf(management);
    }

    @Override
    public void into(ObjectNode second) throws InterruptedException {
        ObjectNode services = second.putObject("services");
        for (Map.Entry<String, URI> instance : management.entrySet()) {
            try {
                HttpRequest request =
                        HttpRequest.newBuilder(instance.getValue().resolve("/q/metrics"))
                                .timeout(TIMEOUT)
                                .build();
                String page = http.send(request, BodyHandlers.ofString()).body();
                read(page, services.putObject(instance.getKey()));
            } catch (IOException _) {
                // An instance that does not answer leaves a gap, which is what there was to see.
            }
        }
    }

    /** Reads Prometheus' text: a name with labels, a space, a number. */
    static void read(String page, ObjectNode meters) {
        for (String line : page.split("\n")) {
            int space = line.lastIndexOf(' ');
            if (space > 0 && line.charAt(0) != '#' && wanted(line)) {
                double value = number(line.substring(space + 1));
                if (!Double.isNaN(value)) {
                    meters.put(name(line.substring(0, space)), value);
                }
            }
        }
    }

    private static boolean wanted(String line) {
        int brace = line.indexOf('{');
        String name = brace < 0 ? line : line.substring(0, brace);
        return !name.endsWith("_bucket") && WANTED.stream().anyMatch(name::startsWith);
    }

    /** Which application it is, is known from where it stands. */
    private static String name(String series) {
        return series.replaceAll("application=\"[^\"]*\",?", "")
                .replace(",}", "}")
                .replace("{}", "");
    }

    private static double number(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? value : Double.NaN;
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }
}
