package com.rechain.dao.perf.diagnose;

import com.rechain.dao.perf.observe.Evidence;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Figures out of observations. Everything that grows with the load is divided by the requests that
 * caused it, so that runs of different rates compare.
 */
public final class FigureSheet {
    static final List<String> SERVICES =
            List.of("gateway", "user-service", "proposal-service", "voting-service");

    private static final double THIRD = 1 / 3.0;
    private static final String SERVED = "http_server_requests_seconds";

    private final Evidence evidence;
    private final double seconds;
    private final Map<String, Double> figures = new TreeMap<>();

    private FigureSheet(Evidence evidence) {
        this.evidence = evidence;
        seconds = evidence.seconds();
    }

    public static Figures of(Evidence evidence) {
        FigureSheet sheet = new FigureSheet(evidence);
        sheet.host();
        SERVICES.forEach(sheet::service);
        sheet.redis();
        new DatabaseFigures(evidence, sheet.requests("gateway")).into(sheet.figures);
        return new Figures(sheet.figures);
    }

    private void host() {
        double time = evidence.delta("machine", "cpu_seconds");
        put("host.cpu", time == 0 ? 0 : evidence.delta("machine", "cpu_busy_seconds") / time);
        put("host.processors", evidence.last("machine", "processors"));
        put("host.disk", evidence.delta("machine", "disk_busy_seconds") / seconds);
        put("seconds", seconds);
        put("requests", requests("gateway") / seconds);
        put("gateway.latency_ms", 1e3 * mean("gateway", SERVED));
    }

    private void service(String service) {
        double requests = requests(service);
        if (requests == 0) {
            return;
        }
        String own = service + ".";
        put(own + "requests", requests / seconds);
        put(own + "cpu_us", 1e6 * sum(service, "cpu_seconds") / requests);
        put(own + "cores", sum(service, "cpu_seconds") / seconds);
        put(own + "served_ms", 1e3 * mean(service, SERVED));
        put(own + "throttled", highest(service, "throttled_seconds") / seconds);
        put(
                own + "alloc_kb",
                sum(service, "jvm_gc_memory_allocated_bytes_total") / 1024 / requests);
        put(own + "gc", highest(service, "jvm_gc_pause_seconds_sum") / seconds);
        put(own + "heap_growth_kb", heapGrowth(service) / 1024);
        put(own + "heap_growth_kb_per_request", heapGrowth(service) / 1024 / requests);
        put(own + "consumer_lag", peak(service, "kafka_consumer_fetch_manager_records_lag_max"));
        put(own + "replica_lag_s", average(service, "dao_replica_lag_seconds"));
        hop(service);
        instances(service);
        pools(service, requests);
        caches(service);
    }

    /** What the gateway waits for a service beyond what the service itself takes. */
    private void hop(String service) {
        double waited = 0;
        double attempts = 0;
        for (String gateway : evidence.sources("gateway")) {
            String label = "service=" + service;
            waited += evidence.delta(gateway, "dao_gateway_attempts_seconds_sum", label);
            attempts += evidence.delta(gateway, "dao_gateway_attempts_seconds_count", label);
        }
        if (attempts > 0) {
            double hop =
                    1e3 * waited / attempts - figures.getOrDefault(service + ".served_ms", 0.0);
            put(service + ".hop_ms", Math.max(0, hop));
        }
    }

    private void instances(String service) {
        List<String> instances = evidence.sources(service);
        if (instances.size() > 1) {
            for (String instance : instances) {
                put(
                        service + ".instance." + instance + ".served_ms",
                        1e3 * evidence.timed(instance, SERVED));
            }
        }
    }

    private void pools(String service, double requests) {
        pool(service, "primary", "datasource=default", requests);
        pool(service, "replica", "datasource=replica", requests);
        double primary = sum(service, "dao_reads_total", "database=primary");
        double reads = sum(service, "dao_reads_total");
        put(service + ".reads_at_primary", reads == 0 ? 0 : primary / reads);
    }

    private void pool(String service, String database, String datasource, double requests) {
        String own = service + "." + database + ".";
        double taken = sum(service, "agroal_acquire_count_total", datasource);
        double waited = sum(service, "agroal_blocking_time_total_milliseconds", datasource);
        put(own + "pool_wait_ms", taken == 0 ? 0 : waited / taken);
        put(own + "pool_awaiting", average(service, "agroal_awaiting_count", datasource));
        put(own + "pool_size", peak(service, "agroal_max_used_count", datasource));
        put(own + "pool_active", average(service, "agroal_active_count", datasource));
        String label = "database=" + database;
        put(own + "statements", sum(service, "dao_database_query_seconds_count", label) / requests);
        put(own + "query_ms", 1e3 * mean(service, "dao_database_query_seconds", label));
    }

    private void caches(String service) {
        for (String instance : evidence.sources(service)) {
            for (String cache : evidence.labels(instance, "dao_cache_get_seconds_count", "cache")) {
                if (!figures.containsKey(service + ".cache." + cache + ".gets")) {
                    cache(service, cache);
                }
            }
        }
        put(
                service + ".redis_ms",
                1e3 * mean(service, "dao_redis_call_seconds", "outcome=answered"));
        double failed = sum(service, "dao_redis_call_seconds_count", "outcome=failed");
        double calls = sum(service, "dao_redis_call_seconds_count");
        put(service + ".redis_failed", calls == 0 ? 0 : failed / calls);
    }

    private void cache(String service, String cache) {
        String own = service + ".cache." + cache + ".";
        String label = "cache=" + cache;
        double gets = sum(service, "dao_cache_get_seconds_count", label);
        double hits = sum(service, "dao_cache_get_seconds_count", label, "outcome=hit");
        double loads = sum(service, "dao_cache_load_seconds_count", label);
        put(own + "gets", gets / seconds);
        put(own + "hit", gets == 0 ? 0 : hits / gets);
        put(own + "loaded", gets == 0 ? 0 : loads / gets);
        put(own + "loads", loads);
        put(own + "kept_early", new FigureSheet(evidence.first(THIRD)).kept(service, label));
        put(own + "kept_late", new FigureSheet(evidence.last(THIRD)).kept(service, label));
        put(own + "load_ms", 1e3 * mean(service, "dao_cache_load_seconds", label));
        put(own + "size", peak(service, "cache_size", "cache=dao." + cache));
    }

    /** The share of the reads of a cache that needed no load. */
    private double kept(String service, String label) {
        double gets = sum(service, "dao_cache_get_seconds_count", label);
        double loads = sum(service, "dao_cache_load_seconds_count", label);
        return gets == 0 ? 1 : Math.max(0, 1 - loads / gets);
    }

    private void redis() {
        put("redis.busy", evidence.delta("redis", "busymicros") / 1e6 / seconds);
    }

    private double requests(String service) {
        return sum(service, SERVED + "_count");
    }

    private double heapGrowth(String service) {
        return evidence.sources(service).stream()
                .mapToDouble(
                        instance -> evidence.change(instance, "jvm_memory_used_bytes", "area=heap"))
                .max()
                .orElse(0);
    }

    private double sum(String service, String name, String... labels) {
        return evidence.sources(service).stream()
                .mapToDouble(instance -> evidence.delta(instance, name, labels))
                .sum();
    }

    private double highest(String service, String name) {
        return evidence.sources(service).stream()
                .mapToDouble(instance -> evidence.delta(instance, name))
                .max()
                .orElse(0);
    }

    private double peak(String service, String name, String... labels) {
        return evidence.sources(service).stream()
                .mapToDouble(instance -> evidence.max(instance, name, labels))
                .max()
                .orElse(0);
    }

    private double average(String service, String name, String... labels) {
        return evidence.sources(service).stream()
                .mapToDouble(instance -> evidence.mean(instance, name, labels))
                .average()
                .orElse(0);
    }

    private double mean(String service, String name, String... labels) {
        double count = sum(service, name + "_count", labels);
        return count == 0 ? 0 : sum(service, name + "_sum", labels) / count;
    }

    private void put(String name, double value) {
        figures.put(name, Double.isFinite(value) ? value : 0);
    }
}
