package com.rechain.dao.perf.plant;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.rechain.dao.devstack.fleet.FleetSettings;
import com.rechain.dao.devstack.fleet.ServiceInstance;
import com.rechain.dao.devstack.fleet.ServiceName;
import com.rechain.dao.perf.diagnose.FigureSheet;
import com.rechain.dao.perf.diagnose.Figures;
import com.rechain.dao.perf.load.LoadResult;
import com.rechain.dao.perf.load.OpenLoop;
import com.rechain.dao.perf.measure.Compiling;
import com.rechain.dao.perf.measure.WarmUp;
import com.rechain.dao.perf.observe.Evidence;
import com.rechain.dao.perf.observe.Observer;
import com.rechain.dao.perf.observe.Timeline;
import com.rechain.dao.perf.platform.OwnPlatform;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs of the mix over a platform, watched. */
final class PlantRun {
    private static final double RATE = 200;
    private static final Duration STRETCH = Duration.ofSeconds(6);
    private static final Duration MEASURED = Duration.ofSeconds(12);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OwnPlatform platform;
    private final Ground ground;
    private final Path results;
    private long sent;
    private boolean isWarm;

    /**
     * @param results gets a folder for each run
     */
    PlantRun(OwnPlatform platform, Ground ground, Path results) {
        this.platform = platform;
        this.ground = ground;
        this.results = results;
    }

    /** Plants, runs, takes out, and tells what was seen. */
    Figures of(String name, Sowing sowing) throws Exception {
        if (sowing.restarts()) {
            restart(sowing);
        }
        if (!isWarm) {
            warmUp();
        }
        Path folder = Files.createDirectories(results.resolve(name));
        try (AutoCloseable _ = sowing.begin(platform, ground)) {
            collectGarbage();
            Instant startedAt = Instant.now();
            LoadResult load;
            try (Observer _ = Observer.start(platform, folder)) {
                load = load(MEASURED);
                collectGarbage();
            }
            write(folder, name, startedAt, load);
        }
        Figures figures = FigureSheet.of(new Evidence(Timeline.read(folder)));
        figures.write(folder.resolve("figures.json"));
        return figures;
    }

    /** Starts the services anew, with nothing planted. */
    void restart() {
        restart(new Sowing() {});
    }

    private void restart(Sowing sowing) {
        platform.restart(plain -> settings(sowing, quicklyCompiled(plain)));
        isWarm = false;
    }

    /** By the first compiler alone a service is as quick as it gets within seconds. */
    private static FleetSettings quicklyCompiled(FleetSettings plain) {
        FleetSettings settings = plain;
        for (ServiceName service : ServiceName.values()) {
            settings = settings.withJvmOption(service, "-XX:TieredStopAtLevel=1");
        }
        return settings;
    }

    /** The mix. Code that is still cold would hide in a healthy run what a sick one is seen by. */
    private void warmUp() {
        WarmUp.until(() -> Compiling.of(pids()), () -> load(STRETCH));
        isWarm = true;
    }

    private List<Long> pids() {
        return platform.instances().stream()
                .map(instance -> instance.server().process().pid())
                .toList();
    }

    /** Has every service collect its garbage, so that what is left in the heaps is in use. */
    private void collectGarbage() throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        for (ServiceInstance instance : platform.instances()) {
            String pid = Long.toString(instance.server().process().pid());
            new ProcessBuilder(jcmd, pid, "GC.run")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
    }

    private LoadResult load(Duration time) {
        URI gateway = platform.gateway();
        long from = sent;
        sent += Math.round(RATE * time.toSeconds());
        try (OpenLoop load = new OpenLoop(gateway)) {
            return load.run(RATE, time, n -> ground.request(from + n));
        }
    }

    private FleetSettings settings(Sowing sowing, FleetSettings plain) {
        try {
            return sowing.settings(plain, platform);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path folder, String name, Instant startedAt, LoadResult load)
            throws IOException {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("planted", name);
        run.put("startedAt", startedAt.toString());
        run.put("endedAt", Instant.now().toString());
        run.put("rate", load.intendedRate());
        run.put("sent", load.sent());
        run.put("statuses", load.statuses());
        run.put("p50Millis", load.millis(50));
        run.put("p99Millis", load.millis(99));
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolve("plant.json").toFile(), run);
    }
}
