package com.rechain.dao.perf.bench.row;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rechain.dao.devstack.fleet.ServiceName;
import com.rechain.dao.perf.bench.trial.BenchSpace;
import com.rechain.dao.perf.bench.trial.Loaded;
import com.rechain.dao.perf.bench.trial.Row;
import com.rechain.dao.perf.bench.trial.RowDeclaration;
import com.rechain.dao.perf.bench.trial.Target;
import com.rechain.dao.perf.bench.trial.Trial;
import com.rechain.dao.perf.load.OpenLoop;
import com.rechain.dao.perf.load.PlannedRequest;
import com.rechain.dao.perf.measure.Memory;
import com.rechain.dao.perf.peer.Nginx;
import com.rechain.dao.perf.platform.OwnPlatform;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** Ten thousand people with a connection each, half of whom do something. */
public final class ConnectionsRow implements Row {
    private static final Target LOST = Target.of("connections lost", "").atMost(0);
    private static final Target RESIDENT = Target.of("gateway's memory", "MiB").atMost(512);
    private static final Target EACH_ONE =
            Target.of("memory for a connection", "KiB").ratioAtMost(3);
    private static final Target P99 = Target.of("p99 at 1,000/s", "ms");

    private static final int ACTIVE = 5_000;
    private static final int RESTING = 5_000;
    private static final double RATE = 1_000;
    private static final Duration EACH = Duration.ofSeconds(15);

    @Override
    public RowDeclaration declaration() {
        return RowDeclaration.of(
                "connections",
                "10,000 kept connections to the gateway, 5,000 of which ask for a list every five seconds.",
                "nginx with one worker as a proxy of the same service, with as many connections",
                "Open loop at 1,000/s, connections in turn. Memory is the resident set of the process; for a"
                        + " connection, what it is more than before any was open, by 10,000.",
                LOST,
                RESIDENT,
                EACH_ONE,
                P99);
    }

    private record Side(String name, URI target, long pid, long before) {
        static Side of(String name, URI target, long pid) throws IOException {
            return new Side(name, target, pid, Memory.resident(pid));
        }
    }

    private record Seen(int lost, long bytes, Loaded loaded) {}

    @Override
    public void measure(Trial trial) throws Exception {
        OwnPlatform platform = trial.start();
        BenchSpace space = BenchSpace.create(platform.anyone());
        space.openProposals(ListRow.PROPOSALS);
        PlannedRequest list = PlannedRequest.get("/api/v1/proposals?spaceId=" + space.id());
        trial.load("warm-up", platform.gateway(), RATE, EACH, _ -> list);
        try (Nginx nginx =
                Nginx.forwarding(
                        platform.folder("nginx"),
                        "[]".getBytes(UTF_8),
                        platform.service(ServiceName.PROPOSAL_SERVICE))) {
            trial.load("warm-up, nginx", nginx.address(), RATE, EACH, _ -> list);
            Side ours =
                    Side.of(
                            "gateway",
                            platform.gateway(),
                            platform.pids(ServiceName.GATEWAY).getFirst());
            Side theirs = Side.of("nginx", nginx.address(), nginx.worker());
            trial.rounds(_ -> {
                Seen we = once(trial, ours, list);
                Seen they = once(trial, theirs, list);
                note(trial, ours, theirs, we, they);
            });
        }
    }

    private static void note(Trial trial, Side ours, Side theirs, Seen we, Seen they) {
        trial.findings().add(LOST, we.lost() + (double) we.loaded().result().failed());
        trial.findings().add(RESIDENT, we.bytes() / (double) (1 << 20));
        trial.findings().add(EACH_ONE, each(ours, we), each(theirs, they));
        if (trial.counts(P99, we.loaded().result())) {
            trial.findings().add(P99, we.loaded().result().millis(99));
            trial.findings().cost(P99, we.loaded());
        }
    }

    private static Seen once(Trial trial, Side side, PlannedRequest list) throws IOException {
        try (OpenLoop active = new OpenLoop(side.target());
                OpenLoop resting = new OpenLoop(side.target())) {
            active.connect(ACTIVE);
            resting.connect(RESTING);
            Loaded loaded =
                    trial.load(side.name() + ", 10,000 open", active, RATE, EACH, _ -> list);
            long bytes = Memory.resident(side.pid());
            return new Seen(active.lost() + resting.lost(), bytes, loaded);
        }
    }

    private static double each(Side side, Seen seen) {
        return (seen.bytes() - side.before()) / 1024.0 / (ACTIVE + RESTING);
    }
}
