package com.rechain.dao.perf.lab.result;

import com.rechain.dao.perf.observe.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The resources of a run as series, each by the name that the scenarios' bands have where they have
 * one.
 */
public final class Resources {
    private static final String MACHINE = "machine";
    private static final String PRIMARY = "primary";
    private static final String POOL = "datasource=default";
    private static final double MEGABYTE = 1 << 20;

    private final Observations seen;

    public Resources(Observations seen) {
        this.seen = seen;
    }

    public Series cpuPercent() {
        return seen.ratio(
                "cpuPercent",
                "%",
                100,
                s -> s.figure(MACHINE, "cpu_busy_seconds"),
                s -> s.figure(MACHINE, "cpu_seconds"));
    }

    public Series memoryPercent() {
        return seen.gauge(
                "memoryPercent",
                "%",
                s ->
                        100
                                * s.figure(MACHINE, "memory_used_bytes")
                                / s.figure(MACHINE, "memory_bytes"));
    }

    public Series diskPercent() {
        return seen.rate("diskPercent", "%", s -> 100 * s.figure(MACHINE, "disk_busy_seconds"));
    }

    /** Of what the connection is taken to carry each way; the loopback interface has no limit. */
    public Series networkPercent() {
        return seen.rate(
                "networkPercent",
                "%",
                s ->
                        100
                                * Math.max(
                                        s.figure(MACHINE, "network_received_bytes"),
                                        s.figure(MACHINE, "network_sent_bytes"))
                                / Math.max(1, s.highest("dao_network_link_bytes_per_second")));
    }

    public Series databaseConnections() {
        return seen.gauge("databaseConnections", "", s -> s.figure(PRIMARY, "threads_connected"));
    }

    /** Looks into the services' caches that ended at the database. */
    public Series cacheMissPercent() {
        return seen.ratio(
                "cacheMissPercent",
                "%",
                100,
                s -> s.total("dao_cache_load_seconds_count"),
                s -> s.total("dao_cache_get_seconds_count"));
    }

    /** How many processors each process used. */
    public List<Series> processors() {
        List<Series> all = new ArrayList<>();
        for (String name : processes()) {
            all.add(seen.rate(name, "cores", s -> s.figure(name, "cpu_seconds")));
        }
        return all;
    }

    public List<Series> resident() {
        List<Series> all = new ArrayList<>();
        for (String name : processes()) {
            all.add(seen.gauge(name, "MB", s -> s.figure(name, "resident_bytes") / MEGABYTE));
        }
        return all;
    }

    public Series diskWritten() {
        return seen.rate(
                "written", "MB/s", s -> s.figure(MACHINE, "disk_written_bytes") / MEGABYTE);
    }

    public Series loopback() {
        return seen.rate("loopback", "MB/s", s -> s.figure(MACHINE, "loopback_bytes") / MEGABYTE);
    }

    /** How much of its primary pool each service used. */
    public List<Series> pools() {
        List<Series> all = new ArrayList<>();
        for (String name : seen.sources("agroal_active_count")) {
            Series pool = seen.gauge(name, "%", s -> poolPercent(s, name));
            if (pool.points().stream().anyMatch(point -> point.value() > 0)) {
                all.add(pool);
            }
        }
        return all;
    }

    public Series awaiting() {
        return seen.gauge("waiting for a connection", "", s -> s.total("agroal_awaiting_count"));
    }

    /** The share of its time that each service stood still for its collector. */
    public List<Series> collections() {
        List<Series> all = new ArrayList<>();
        for (String name : seen.sources("jvm_memory_used_bytes")) {
            all.add(seen.rate(name, "%", s -> 100 * s.figure(name, "jvm_gc_pause_seconds_sum")));
        }
        return all;
    }

    public List<Series> lags() {
        return List.of(
                seen.gauge(
                        "events in outboxes",
                        "",
                        s ->
                                s.figure("outbox", "users")
                                        + s.figure("outbox", "proposals")
                                        + s.figure("outbox", "voting")),
                seen.gauge(
                        "events unread",
                        "",
                        s -> s.highest("kafka_consumer_fetch_manager_records_lag_max")),
                seen.gauge("ballots queued", "", s -> s.total("dao_ballots_queue_depth")),
                seen.gauge("passwords queued", "", s -> s.total("dao_passwords_hash_queued")));
    }

    public List<Series> database() {
        return List.of(
                seen.rate("statements", "/s", s -> s.figure(PRIMARY, "questions")),
                seen.rate("commits", "/s", s -> s.figure(PRIMARY, "com_commit")),
                seen.rate("row lock waits", "/s", s -> s.figure(PRIMARY, "innodb_row_lock_waits")),
                seen.rate("log fsyncs", "/s", s -> s.figure(PRIMARY, "innodb_os_log_fsyncs")),
                seen.gauge("threads running", "", s -> s.figure(PRIMARY, "threads_running")));
    }

    public Series passwordsQueued() {
        return seen.gauge("", "", s -> s.total("dao_passwords_hash_queued"));
    }

    private static double poolPercent(Observation second, String service) {
        double active = second.figure(service, "agroal_active_count", POOL);
        double available = second.figure(service, "agroal_available_count", POOL);
        return active + available == 0 ? 0 : 100 * active / (active + available);
    }

    private Set<String> processes() {
        return seen.sources("resident_bytes");
    }
}
