package com.rechain.dao.perf.observe;

import com.rechain.dao.perf.measure.Exposition;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An instance of a service, by its own meters, without buckets and what nobody asks for. */
record ServiceSource(String name, URI management) implements Source {
    private static final List<String> FAMILIES =
            List.of(
                    "agroal_",
                    "cache_",
                    "dao_",
                    "http_client_requests_seconds",
                    "http_server_requests_seconds",
                    "jvm_gc_",
                    "jvm_memory_max_bytes",
                    "jvm_memory_usage_after_gc",
                    "jvm_memory_used_bytes",
                    "jvm_threads_live",
                    "kafka_consumer_fetch_manager_records_lag_max",
                    "kafka_producer_record_send_rate",
                    "process_cpu_usage",
                    "process_resident_memory_bytes");

    @Override
    public String section() {
        return "services";
    }

    @Override
    public Map<String, Double> read() throws IOException, InterruptedException {
        return meters(Exposition.of(management));
    }

    static Map<String, Double> meters(Exposition all) {
        Map<String, Double> meters = new HashMap<>();
        all.series()
                .forEach((series, value) -> {
                    if (isUsed(series)) {
                        meters.put(withoutApplication(series), value);
                    }
                });
        return meters;
    }

    private static boolean isUsed(String series) {
        int brace = series.indexOf('{');
        String name = brace < 0 ? series : series.substring(0, brace);
        return !name.endsWith("_bucket") && FAMILIES.stream().anyMatch(name::startsWith);
    }

    /** Which application it is, is known from where it stands. */
    private static String withoutApplication(String series) {
        return series.replaceAll("application=\"[^\"]*\",?", "")
                .replace(",}", "}")
                .replace("{}", "");
    }
}
