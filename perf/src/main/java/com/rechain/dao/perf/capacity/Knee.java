package com.rechain.dao.perf.capacity;

import com.rechain.dao.devstack.fleet.FleetSettings;
import com.rechain.dao.devstack.fleet.ServiceName;
import com.rechain.dao.perf.load.LoadResult;
import com.rechain.dao.perf.load.OpenLoop;
import com.rechain.dao.perf.measure.Compiling;
import com.rechain.dao.perf.measure.WarmUp;
import com.rechain.dao.perf.model.ScalabilityLaw;
import com.rechain.dao.perf.observe.Evidence;
import com.rechain.dao.perf.observe.Observer;
import com.rechain.dao.perf.observe.Timeline;
import com.rechain.dao.perf.plant.CpuQuota;
import com.rechain.dao.perf.plant.Ground;
import com.rechain.dao.perf.platform.OwnPlatform;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * The knee of voting-service under reads that no cache answers, where each instance is an instance:
 * it may use a fixed share of a core. Without such a quota a second instance on the same two cores
 * gains nothing, and its knee would say something of the machine only.
 *
 * @param perSecond the highest rate that was answered in time
 * @param microsPerRequest CPU of the service for a request
 * @param points throughput at each rate by the requests that were in the system
 */
record Knee(double perSecond, double microsPerRequest, List<ScalabilityLaw.Point> points) {
    static final double CORES = 0.2;

    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration STEP = Duration.ofSeconds(4);
    private static final double WARM_RATE = 200;
    private static final double LATE_MILLIS = 500;
    private static final double FIRST = 0.55;
    private static final double GROWTH = 1.12;
    private static final int MOST_STEPS = 25;

    static Knee of(OwnPlatform platform, Ground ground, int instances) throws Exception {
        platform.restart(plain -> settings(plain, instances));
        warmUp(platform, ground);
        double micros = demand(platform, ground, instances);
        List<CpuQuota> quotas = new ArrayList<>();
        try {
            for (long pid : platform.pids(ServiceName.VOTING_SERVICE)) {
                quotas.add(CpuQuota.of(CORES).with(pid));
            }
            double around = instances * CORES * 1e6 / micros;
            return climb(rate -> load(platform, ground, rate, STEP), micros, around);
        } finally {
            for (CpuQuota quota : quotas) {
                quota.close();
            }
        }
    }

    /**
     * By the first compiler alone a service is as quick as it gets within seconds. Else each of two
     * instances, with half the requests, runs colder code than one does.
     */
    private static FleetSettings settings(FleetSettings plain, int instances) {
        return plain.withInstances(ServiceName.VOTING_SERVICE, instances)
                .withJvmOption(ServiceName.VOTING_SERVICE, "-XX:TieredStopAtLevel=1");
    }

    /**
     * Under the quota nothing gets compiled in time: a knee of cold code would be found, or none.
     */
    private static void warmUp(OwnPlatform platform, Ground ground) {
        WarmUp.until(
                () -> Compiling.of(platform.pids(ServiceName.VOTING_SERVICE)),
                () -> load(platform, ground, WARM_RATE, WARM_UP));
    }

    /** By the service demand law, before anything is scarce. */
    private static double demand(OwnPlatform platform, Ground ground, int instances)
            throws Exception {
        Path folder = platform.folder("knee-%d-%d".formatted(instances, System.nanoTime()));
        try (Observer _ = Observer.start(platform, folder)) {
            load(platform, ground, WARM_RATE, STEP);
        }
        Evidence evidence = new Evidence(Timeline.read(folder));
        double cpu = 0;
        double requests = 0;
        for (String instance : evidence.sources(ServiceName.VOTING_SERVICE.text())) {
            cpu += evidence.delta(instance, "cpu_seconds");
            requests += evidence.delta(instance, "http_server_requests_seconds_count");
        }
        return 1e6 * cpu / requests;
    }

    /**
     * From well below {@code around} up to the first rate that is not answered in time, twice: a
     * machine that stutters once is no knee.
     *
     * @throws IllegalStateException when every rate is
     */
    static Knee climb(DoubleFunction<LoadResult> load, double micros, double around) {
        double knee = 0;
        List<ScalabilityLaw.Point> points = new ArrayList<>();
        double rate = FIRST * around;
        for (int step = 0; step < MOST_STEPS; step++, rate *= GROWTH) {
            LoadResult result = tell(rate, load.apply(rate));
            if (isLate(result)) {
                result = tell(rate, load.apply(rate));
            }
            points.add(point(result));
            if (isLate(result)) {
                return new Knee(knee, micros, List.copyOf(points));
            }
            knee = rate;
        }
        throw new IllegalStateException(
                "no knee up to %.0f/s: the quota of %.1f cores does not bind"
                        .formatted(knee, CORES));
    }

    private static boolean isLate(LoadResult result) {
        return !result.held() || result.millis(99) > LATE_MILLIS;
    }

    private static LoadResult tell(double rate, LoadResult result) {
        System.out.printf(
                "  %4.0f/s asked, %4.0f/s answered, p99 %5.0f ms%n",
                rate, result.goodput(), result.millis(99));
        return result;
    }

    /** By Little's law. */
    private static ScalabilityLaw.Point point(LoadResult result) {
        double meanSeconds = result.latency().getMean() / 1e6;
        return new ScalabilityLaw.Point(
                Math.max(1, result.goodput() * meanSeconds), result.goodput());
    }

    private static LoadResult load(
            OwnPlatform platform, Ground ground, double rate, Duration time) {
        try (OpenLoop load = new OpenLoop(platform.gateway())) {
            return load.run(rate, time, ground::myBallots);
        }
    }
}
