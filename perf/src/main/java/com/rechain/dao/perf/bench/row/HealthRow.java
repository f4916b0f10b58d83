package com.rechain.dao.perf.bench.row;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rechain.dao.perf.bench.trial.Loaded;
import com.rechain.dao.perf.bench.trial.Row;
import com.rechain.dao.perf.bench.trial.RowDeclaration;
import com.rechain.dao.perf.bench.trial.Target;
import com.rechain.dao.perf.bench.trial.Trial;
import com.rechain.dao.perf.load.PlannedRequest;
import com.rechain.dao.perf.peer.Nginx;
import com.rechain.dao.perf.platform.OwnPlatform;
import java.nio.file.Path;
import java.time.Duration;

/** The health page next to an nginx that forwards to an nginx that serves a file. */
public final class HealthRow implements Row {
    private static final Target P50 = Target.of("p50 at 2,000/s", "ms").atMost(0.3);
    private static final Target P99 = Target.of("p99 at 2,000/s", "ms").atMost(3).ratioAtMost(3);

    private static final double RATE = 2_000;
    private static final Duration EACH = Duration.ofSeconds(6);

    @Override
    public RowDeclaration declaration() {
        return RowDeclaration.of(
                "health",
                "The health page of the gateway.",
                "nginx as a proxy of an nginx that serves as many bytes, at the same rate",
                "Open loop, 2,000/s.",
                P50,
                P99);
    }

    @Override
    public void measure(Trial trial) throws Exception {
        OwnPlatform platform = trial.start();
        byte[] page = platform.anyone().get("/health").orFail().body().getBytes(UTF_8);
        Path folder = platform.folder("nginx");
        try (Nginx origin = Nginx.origin(folder.resolve("origin"), page);
                Nginx proxy =
                        Nginx.forwarding(folder.resolve("proxy"), new byte[0], origin.address())) {
            PlannedRequest health = PlannedRequest.get("/health");
            trial.load("warm-up", platform.gateway(), RATE, EACH.multipliedBy(2), _ -> health);
            trial.load("warm-up, nginx", proxy.address(), RATE, EACH, _ -> health);
            trial.rounds(_ -> {
                Loaded ours = trial.load("health", platform.gateway(), RATE, EACH, _ -> health);
                PlannedRequest file = PlannedRequest.get("/");
                Loaded theirs = trial.load("nginx", proxy.address(), RATE, EACH, _ -> file);
                if (trial.counts(P99, ours.result()) && trial.counts(P99, theirs.result())) {
                    trial.findings().add(P50, ours.result().millis(50), theirs.result().millis(50));
                    trial.findings().add(P99, ours.result().millis(99), theirs.result().millis(99));
                    trial.findings().cost(P99, ours);
                }
            });
        }
    }
}
