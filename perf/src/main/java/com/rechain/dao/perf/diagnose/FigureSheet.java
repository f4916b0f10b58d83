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
        double requests = sheet.of("gateway").sum(SERVED + "_count");
        LoadCurve.of(evidence)
                .filter(law -> Double.isFinite(law.limit()))
                .ifPresent(law -> {
                    sheet.put("curve.contention", law.contention());
                    sheet.put("curve.limit", law.limit());
                });
        new DatabaseFigures(evidence, requests).into(sheet.figures);
        return new Figures(sheet.figures);
    }

    private void host() {
        double time = evidence.delta("machine", "cpu_seconds");
        put("host.cpu", time == 0 ? 0 : evidence.delta("machine", "cpu_busy_seconds") / time);
        put("host.processors", evidence.last("machine", "processors"));
        put("host.disk", evidence.delta("machine", "disk_busy_seconds") / seconds);
        put("seconds", seconds);
        put("requests", of("gateway").sum(SERVED + "_count") / seconds);
        put("gateway.latency_ms", 1e3 * of("gateway").mean(SERVED));
        put("redis.busy", evidence.delta("redis", "busy_micros") / 1e6 / seconds);
    }

    private void service(String service) {
        ServiceEvidence all = of(service);
        double requests = all.sum(SERVED + "_count");
        if (requests == 0) {
            return;
        }
        String own = service + ".";
        double heapGrowth = all.rise("jvm_memory_used_bytes", "area=heap") / 1_024;
        put(own + "requests", requests / seconds);
        put(own + "cpu_us", 1e6 * all.sum("cpu_seconds") / requests);
        put(own + "cores", all.sum("cpu_seconds") / seconds);
        put(own + "served_ms", 1e3 * all.mean(SERVED));
        put(own + "throttled", all.highest("throttled_seconds") / seconds);
        put(own + "alloc_kb", all.sum("jvm_gc_memory_allocated_bytes_total") / 1_024 / requests);
        put(own + "gc", all.highest("jvm_gc_pause_seconds_sum") / seconds);
        put(own + "heap_growth_kb", heapGrowth);
        put(own + "heap_growth_kb_per_request", heapGrowth / requests);
        put(own + "consumer_lag", all.peak("kafka_consumer_fetch_manager_records_lag_max"));
        put(own + "replica_lag_s", all.average("dao_replica_lag_seconds"));
        hop(service);
        instances(service);
        pools(all, requests);
        new CacheFigures(evidence, service).into(figures);
    }

    /** What the gateway waits for a service beyond what the service itself takes. */
    private void hop(String service) {
        String label = "service=" + service;
        double attempts = of("gateway").sum("dao_gateway_attempts_seconds_count", label);
        if (attempts > 0) {
            double waited = 1e3 * of("gateway").mean("dao_gateway_attempts_seconds", label);
            put(service + ".hop_ms", Math.max(0, waited - 1e3 * of(service).mean(SERVED)));
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

    private void pools(ServiceEvidence all, double requests) {
        pool(all, "primary", "datasource=default", requests);
        pool(all, "replica", "datasource=replica", requests);
        double reads = all.sum("dao_reads_total");
        double primary = all.sum("dao_reads_total", "database=primary");
        put(all.service() + ".reads_at_primary", reads == 0 ? 0 : primary / reads);
    }

    private void pool(ServiceEvidence all, String database, String datasource, double requests) {
        String own = all.service() + "." + database + ".";
        String label = "database=" + database;
        double taken = all.sum("agroal_acquire_count_total", datasource);
        double waited = all.sum("agroal_blocking_time_total_milliseconds", datasource);
        put(own + "pool_wait_ms", taken == 0 ? 0 : waited / taken);
        put(own + "pool_awaiting", all.average("agroal_awaiting_count", datasource));
        put(own + "pool_size", all.peak("agroal_max_used_count", datasource));
        put(own + "pool_active", all.average("agroal_active_count", datasource));
        put(own + "statements", all.sum("dao_database_query_seconds_count", label) / requests);
        put(own + "query_ms", 1e3 * all.mean("dao_database_query_seconds", label));
    }

    private ServiceEvidence of(String service) {
        return new ServiceEvidence(evidence, service);
    }

    private void put(String name, double value) {
        figures.put(name, Double.isFinite(value) ? value : 0);
    }
}
