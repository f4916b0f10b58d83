package com.rechain.dao.perf.capacity;

import com.rechain.dao.perf.load.OpenLoop;
import com.rechain.dao.perf.load.PlannedRequest;
import com.rechain.dao.perf.observe.Evidence;
import com.rechain.dao.perf.observe.Observer;
import com.rechain.dao.perf.observe.Timeline;
import com.rechain.dao.perf.plant.Ground;
import com.rechain.dao.perf.plant.GroundWork;
import com.rechain.dao.perf.platform.OwnPlatform;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;

/** Measures demands: one kind of request at a time, at a rate that nothing queues at. */
final class DemandRuns {
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration MEASURED = Duration.ofSeconds(8);
    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final double MIXED_RATE = 200;

    private final OwnPlatform platform;
    private final Ground ground;

    private DemandRuns(OwnPlatform platform, Ground ground) {
        this.platform = platform;
        this.ground = ground;
    }

    static Demands on(Path root) throws Exception {
        try (OwnPlatform platform = GroundWork.platform(root)) {
            return new DemandRuns(platform, GroundWork.at(platform.gateway())).measure();
        }
    }

    private Demands measure() throws Exception {
        Map<String, Map<String, Double>> cpu = new TreeMap<>();
        Map<String, Map<String, Double>> held = new TreeMap<>();
        Map<String, Double> resident = new TreeMap<>();
        load(MIXED_RATE, WARM_UP, ground::request);
        Evidence idle = idle();
        for (Kind kind : Kind.values()) {
            Evidence evidence = watch(kind);
            double requests = evidence.delta("gateway-1", "http_server_requests_seconds_count");
            Map<String, Double> cpuOfKind = new TreeMap<>();
            Map<String, Double> heldOfKind = new TreeMap<>();
            for (String station : Evidence.STATIONS) {
                String source = evidence.sources(station).getFirst();
                // What it does when nobody asks for anything is no request's demand.
                double own =
                        evidence.delta(source, "cpu_seconds")
                                - idle.delta(source, "cpu_seconds")
                                        * evidence.seconds()
                                        / idle.seconds();
                cpuOfKind.put(station, Math.max(0, 1e6 * own / requests));
                resident.merge(station, evidence.max(source, "resident_bytes"), Math::max);
                heldOfKind.put(
                        station,
                        1e3 * evidence.delta(source, "dao_database_query_seconds_sum") / requests);
            }
            cpu.put(kind.text(), cpuOfKind);
            held.put(kind.text(), heldOfKind);
        }
        return new Demands(Instant.now().toString(), cpu, held, resident);
    }

    private Evidence idle() throws Exception {
        Path folder = platform.folder("demands").resolve("idle");
        try (Observer _ = Observer.start(platform, folder)) {
            Thread.sleep(IDLE);
        }
        return new Evidence(Timeline.read(folder));
    }

    private Evidence watch(Kind kind) throws Exception {
        Path folder = platform.folder("demands").resolve(kind.text());
        load(rate(kind), WARM_UP.dividedBy(2), request(kind));
        try (Observer _ = Observer.start(platform, folder)) {
            load(rate(kind), MEASURED, request(kind));
        }
        return new Evidence(Timeline.read(folder));
    }

    private void load(double rate, Duration time, LongFunction<PlannedRequest> requests) {
        try (OpenLoop load = new OpenLoop(platform.gateway())) {
            load.run(rate, time, requests);
        }
    }

    /** A password takes 25 ms to check; nothing else comes near. */
    private static double rate(Kind kind) {
        return switch (kind) {
            case LIST, PROPOSAL -> 400;
            case BALLOTS, VOTE -> 150;
            case COMMENT -> 60;
            case LOGIN -> 5;
        };
    }

    private LongFunction<PlannedRequest> request(Kind kind) {
        return switch (kind) {
            case LIST -> ground::list;
            case PROPOSAL -> ground::proposal;
            case BALLOTS -> ground::myBallots;
            case VOTE -> ground::vote;
            case COMMENT -> ground::comment;
            case LOGIN -> ground::login;
        };
    }
}
