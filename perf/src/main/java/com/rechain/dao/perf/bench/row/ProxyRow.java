package com.rechain.dao.perf.bench.row;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rechain.dao.devstack.fleet.ServiceName;
import com.rechain.dao.perf.bench.trial.Row;
import com.rechain.dao.perf.bench.trial.RowDeclaration;
import com.rechain.dao.perf.bench.trial.Target;
import com.rechain.dao.perf.bench.trial.Trial;
import com.rechain.dao.perf.measure.Cpu;
import com.rechain.dao.perf.peer.Nginx;
import com.rechain.dao.perf.peer.Pinned;
import com.rechain.dao.perf.peer.Wrk;
import com.rechain.dao.perf.platform.OwnPlatform;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The gateway as a mere proxy next to nginx, each with one core, before the same origin. */
public final class ProxyRow implements Row {
    private static final Target RATE = Target.of("forwarded on one core", "/s").ratioAtLeast(0.5);
    private static final Target COST = Target.of("CPU for a request", "µs").ratioAtMost(2);

    private static final int PROXY_CORE = 0;
    private static final int OTHER_CORE = 1;
    private static final int CONNECTIONS = 32;
    private static final Duration EACH = Duration.ofSeconds(6);
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    // As long as a page of proposals.
    private static final String ANSWER = "{\"items\":[%s]}".formatted("0,".repeat(1_000) + 0);

    @Override
    public RowDeclaration declaration() {
        return RowDeclaration.of(
                "proxy",
                "Requests that the gateway forwards, nothing of which it may keep.",
                "nginx as a proxy with kept connections, on the same core, before the same origin",
                "Closed loop by wrk, 32 connections: proxies in turn alone on core 0, wrk and the origin (an nginx"
                        + " that serves 2 KB) on core 1.",
                RATE,
                COST);
    }

    private record Side(String name, URI target, long pid) {}

    @Override
    public void measure(Trial trial) throws Exception {
        Path folder = Files.createTempDirectory("dao-bench-origin");
        // Workers of nginx may belong to another user.
        folder.toFile().setExecutable(true, false);
        folder.toFile().setReadable(true, false);
        try (Nginx origin = Nginx.origin(folder, ANSWER.getBytes(UTF_8))) {
            String upstream = origin.address() + ";health=" + origin.address() + "/ready";
            OwnPlatform platform =
                    trial.start(settings ->
                            settings.withVariable(
                                    ServiceName.GATEWAY, "DAO_GATEWAY_PROPOSAL_SERVICE", upstream));
            try (Nginx nginx =
                    Nginx.forwarding(platform.folder("nginx"), new byte[0], origin.address())) {
                measure(trial, platform, origin, nginx);
            }
        }
    }

    private static void measure(Trial trial, OwnPlatform platform, Nginx origin, Nginx nginx)
            throws Exception {
        Side ours =
                new Side(
                        "gateway",
                        platform.gateway(),
                        platform.pids(ServiceName.GATEWAY).getFirst());
        Side theirs = new Side("nginx", nginx.address(), nginx.worker());
        Pinned.pin(ours.pid(), PROXY_CORE);
        Pinned.pin(theirs.pid(), PROXY_CORE);
        Pinned.pin(origin.worker(), OTHER_CORE);
        Wrk.run(path(ours), CONNECTIONS, WARM_UP, OTHER_CORE);
        trial.rounds(_ -> {
            double[] we = once(trial, ours);
            double[] they = once(trial, theirs);
            trial.findings().add(RATE, we[0], they[0]);
            trial.findings().add(COST, we[1], they[1]);
        });
    }

    /** Requests a second, and microseconds of processor time for one. */
    private static double[] once(Trial trial, Side side) throws Exception {
        Duration before = Cpu.ofProcess(side.pid());
        Wrk.Count count = Wrk.run(path(side), CONNECTIONS, EACH, OTHER_CORE);
        Duration used = Cpu.ofProcess(side.pid()).minus(before);
        if (count.failed() > 0) {
            trial.findings().missing(RATE, side.name() + " failed " + count.failed() + " requests");
        }
        double micros = used.toNanos() / 1e3 / count.requests();
        System.out.printf(
                "    %-28s %,7.0f/s  %.0f µs CPU, core %.0f %% busy%n",
                side.name(), count.perSecond(), micros, 100.0 * used.toNanos() / EACH.toNanos());
        return new double[] {count.perSecond(), micros};
    }

    private static URI path(Side side) {
        return side.target().resolve("/api/v1/proposals");
    }
}
