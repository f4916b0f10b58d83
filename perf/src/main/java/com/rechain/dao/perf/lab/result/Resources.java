package com.rechain.dao.perf.lab.result;

import static com.rechain.dao.perf.lab.result.Timeline.highest;
import static com.rechain.dao.perf.lab.result.Timeline.meter;
import static com.rechain.dao.perf.lab.result.Timeline.meters;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The resources of a run as series, each by the name that the scenarios' bands have where they have
 * one.
 */
public final class Resources {
    private static final double TICKS_PER_SECOND = 100;
    private static final double MEGABYTE = 1 << 20;

    private final Timeline timeline;

    public Resources(Timeline timeline) {
        this.timeline = timeline;
    }

    public Series cpuPercent() {
        return timeline.ratio(
                "cpuPercent", "%", 100, s -> machine(s, "busyTicks"), s -> machine(s, "ticks"));
    }

    public Series memoryPercent() {
        return timeline.gauge(
                "memoryPercent",
                "%",
                s -> 100 * machine(s, "memoryUsedBytes") / machine(s, "memoryBytes"));
    }

    public Series diskPercent() {
        return timeline.rate("diskPercent", "%", s -> machine(s, "diskBusyMillis") / 10);
    }

    /** Of what the connection is taken to carry each way; the loopback interface has no limit. */
    public Series networkPercent() {
        return timeline.rate(
                "networkPercent",
                "%",
                s ->
                        100
                                * Math.max(
                                        machine(s, "networkReceivedBytes"),
                                        machine(s, "networkSentBytes"))
                                / Math.max(1, highest(s, "dao_network_link_bytes_per_second")));
    }

    public Series databaseConnections() {
        return timeline.gauge(
                "databaseConnections",
                "",
                s -> s.path("database").path("Threads_connected").asDouble());
    }

    /** Looks into the services' caches that ended at the database. */
    public Series cacheMissPercent() {
        return timeline.ratio(
                "cacheMissPercent",
                "%",
                100,
                s -> meters(s, "dao_cache_load_seconds_count"),
                s -> meters(s, "dao_cache_get_seconds_count"));
    }

    /** How many processors each process used. */
    public List<Series> processors() {
        List<Series> all = new ArrayList<>();
        for (String name : names("processes")) {
            all.add(
                    timeline.rate(
                            name, "cores", s -> process(s, name, "ticks") / TICKS_PER_SECOND));
        }
        return all;
    }

    public List<Series> resident() {
        List<Series> all = new ArrayList<>();
        for (String name : names("processes")) {
            all.add(timeline.gauge(name, "MB", s -> process(s, name, "residentBytes") / MEGABYTE));
        }
        return all;
    }

    public Series diskWritten() {
        return timeline.rate("written", "MB/s", s -> machine(s, "diskWrittenBytes") / MEGABYTE);
    }

    public Series loopback() {
        return timeline.rate("loopback", "MB/s", s -> machine(s, "loopbackBytes") / MEGABYTE);
    }

    /** How much of its primary pool each service used. */
    public List<Series> pools() {
        List<Series> all = new ArrayList<>();
        for (String name : names("services")) {
            Series pool = timeline.gauge(name, "%", s -> poolPercent(service(s, name)));
            if (pool.points().stream().anyMatch(point -> point.value() > 0)) {
                all.add(pool);
            }
        }
        return all;
    }

    public Series awaiting() {
        return timeline.gauge(
                "waiting for a connection", "", s -> meters(s, "agroal_awaiting_count"));
    }

    /** The share of its time that each service stood still for its collector. */
    public List<Series> collections() {
        List<Series> all = new ArrayList<>();
        for (String name : names("services")) {
            all.add(
                    timeline.rate(
                            name,
                            "%",
                            s -> 100 * meter(service(s, name), "jvm_gc_pause_seconds_sum", "")));
        }
        return all;
    }

    public List<Series> lags() {
        return List.of(
                timeline.gauge(
                        "events in outboxes",
                        "",
                        s ->
                                s.path("outbox").path("users").asDouble()
                                        + s.path("outbox").path("proposals").asDouble()
                                        + s.path("outbox").path("voting").asDouble()),
                timeline.gauge(
                        "events unread",
                        "",
                        s -> highest(s, "kafka_consumer_fetch_manager_records_lag_max")),
                timeline.gauge("ballots queued", "", s -> meters(s, "dao_ballots_queue_depth")),
                timeline.gauge(
                        "passwords queued", "", s -> meters(s, "dao_passwords_hash_queued")));
    }

    public List<Series> database() {
        return List.of(
                timeline.rate("statements", "/s", s -> database(s, "Questions")),
                timeline.rate("commits", "/s", s -> database(s, "Com_commit")),
                timeline.rate("row lock waits", "/s", s -> database(s, "Innodb_row_lock_waits")),
                timeline.rate("log fsyncs", "/s", s -> database(s, "Innodb_os_log_fsyncs")),
                timeline.gauge("threads running", "", s -> database(s, "Threads_running")));
    }

    public Series passwordsQueued() {
        return timeline.gauge("", "", s -> meters(s, "dao_passwords_hash_queued"));
    }

    private static double poolPercent(JsonNode service) {
        double active = meter(service, "agroal_active_count", "default");
        double available = meter(service, "agroal_available_count", "default");
        return active + available == 0 ? 0 : 100 * active / (active + available);
    }

    private Set<String> names(String group) {
        Set<String> names = new TreeSet<>();
        for (JsonNode second : timeline.seconds()) {
            second.path(group).fieldNames().forEachRemaining(names::add);
        }
        return names;
    }

    private static double machine(JsonNode second, String name) {
        return second.path("machine").path(name).asDouble();
    }

    private static double database(JsonNode second, String name) {
        return second.path("database").path(name).asDouble();
    }

    private static double process(JsonNode second, String process, String name) {
        JsonNode figure = second.path("processes").path(process).path(name);
        return figure.isMissingNode() ? Double.NaN : figure.asDouble();
    }

    private static JsonNode service(JsonNode second, String name) {
        return second.path("services").path(name);
    }
}
