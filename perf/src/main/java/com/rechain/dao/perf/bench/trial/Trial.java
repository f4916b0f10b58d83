package com.rechain.dao.perf.bench.trial;

import com.rechain.dao.devstack.fleet.FleetSettings;
import com.rechain.dao.perf.bench.result.RowResult;
import com.rechain.dao.perf.load.LoadResult;
import com.rechain.dao.perf.load.OpenLoop;
import com.rechain.dao.perf.load.PlannedRequest;
import com.rechain.dao.perf.measure.Compiling;
import com.rechain.dao.perf.measure.Cpu;
import com.rechain.dao.perf.measure.MachineTicks;
import com.rechain.dao.perf.measure.WarmUp;
import com.rechain.dao.perf.platform.OwnPlatform;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One row being measured: its platform, its rounds and what they found. */
public final class Trial implements AutoCloseable {
    private final Path root;
    private final int rounds;
    private final Observer observer;
    private final Findings findings;
    private @Nullable OwnPlatform platform;

    public Trial(Path root, RowDeclaration declaration, int rounds, Observer observer) {
        this.root = root;
        this.rounds = rounds;
        this.observer = observer;
        this.findings = new Findings(declaration);
    }

    /** Measures once. */
    @FunctionalInterface
    public interface Round {
        void run(int number) throws Exception;
    }

    /** Looks at the platform while rounds are measured. */
    @FunctionalInterface
    public interface Observer {
        /** Begins; what is returned ends it. */
        AutoCloseable watch(Map<String, Long> pids) throws Exception;
    }

    /** The repository. */
    public Path root() {
        return root;
    }

    public int roundCount() {
        return rounds;
    }

    public Findings findings() {
        return findings;
    }

    /** Starts a platform for this row alone: fresh data, one instance of each service. */
    public OwnPlatform start() {
        return start(UnaryOperator.identity());
    }

    /** Starts one with other settings than the usual ones. */
    public OwnPlatform start(UnaryOperator<FleetSettings> settings) {
        System.out.println("  starting a platform");
        OwnPlatform started = OwnPlatform.start(root, "bench", settings);
        platform = started;
        return started;
    }

    /** Runs all rounds, observed if somebody observes. */
    public void rounds(Round round) throws Exception {
        try (AutoCloseable _ = observer.watch(pids())) {
            for (int number = 1; number <= rounds; number++) {
                System.out.printf("  round %d of %d%n", number, rounds);
                round.run(number);
            }
        }
    }

    /** Puts a load on {@code target}, counts what it costs, and prints a line about it. */
    public Loaded load(
            String what,
            URI target,
            double rate,
            Duration duration,
            LongFunction<PlannedRequest> plan) {
        try (OpenLoop generator = new OpenLoop(target)) {
            return load(what, generator, rate, duration, plan);
        }
    }

    /** Puts the load on {@code target} in stretches until hardly anything is compiled any more. */
    public void warmUp(
            URI target, double rate, Duration stretch, LongFunction<PlannedRequest> plan) {
        WarmUp.until(
                () -> Compiling.of(pids().values()),
                () -> load("warm-up", target, rate, stretch, plan));
    }

    /** The same from a generator that stays. */
    public Loaded load(
            String what,
            OpenLoop generator,
            double rate,
            Duration duration,
            LongFunction<PlannedRequest> plan) {
        Cpu before = Cpu.of(pids());
        Compiling compiling = Compiling.of(pids().values());
        MachineTicks machine = MachineTicks.now();
        LoadResult result = generator.run(rate, duration, plan);
        Loaded loaded =
                new Loaded(
                        result,
                        Cpu.of(pids()).since(before),
                        MachineTicks.now().shareSince(machine),
                        Compiling.of(pids().values()).shareSince(compiling));
        print(what, loaded);
        return loaded;
    }

    /**
     * Whether a load was sent as intended and answered well; if not, {@code target} has no figure.
     */
    public boolean counts(Target target, LoadResult result) {
        if (!result.counts()) {
            findings.missing(
                    target,
                    String.format(
                            Locale.ROOT,
                            "only %.1f %% of the intended rate was sent",
                            100 * result.sentRate() / result.intendedRate()));
        } else if (result.failed() > 0) {
            findings.missing(
                    target,
                    "%d of %d requests failed: %s"
                            .formatted(result.failed(), result.sent(), result.statuses()));
        }
        return result.counts() && result.failed() == 0;
    }

    public RowResult result() {
        return findings.result();
    }

    @Override
    public void close() {
        if (platform != null) {
            platform.close();
        }
    }

    private Map<String, Long> pids() {
        return platform == null ? Map.of() : platform.processes();
    }

    private static void print(String what, Loaded loaded) {
        LoadResult result = loaded.result();
        System.out.printf(
                Locale.ROOT,
                "    %-28s %,7.0f/s  p50 %.2f ms  p99 %.2f ms  %d failed  %.0f µs CPU (%.0f %% compiling), generator %.0f%s%n",
                what,
                result.intendedRate(),
                result.millis(50),
                result.millis(99),
                result.failed(),
                loaded.cpuMicros(),
                100 * loaded.compiling(),
                result.generatorMicros(),
                remark(result));
    }

    private static String remark(LoadResult result) {
        if (result.failed() > 0) {
            return "  " + result.statuses();
        }
        return result.held() ? "" : "  not held";
    }
}
