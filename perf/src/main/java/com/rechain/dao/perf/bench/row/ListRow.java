package com.rechain.dao.perf.bench.row;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rechain.dao.devstack.fleet.ServiceName;
import com.rechain.dao.perf.bench.trial.BenchSpace;
import com.rechain.dao.perf.bench.trial.Loaded;
import com.rechain.dao.perf.bench.trial.Row;
import com.rechain.dao.perf.bench.trial.RowDeclaration;
import com.rechain.dao.perf.bench.trial.Target;
import com.rechain.dao.perf.bench.trial.Trial;
import com.rechain.dao.perf.load.PlannedRequest;
import com.rechain.dao.perf.peer.MissingToolException;
import com.rechain.dao.perf.peer.Nginx;
import com.rechain.dao.perf.platform.OwnPlatform;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongFunction;

/** Lists of proposals through the gateway, next to nginx serving the same bytes as a file. */
public final class ListRow implements Row {
    private static final Target P50 = Target.of("p50 at 1,000/s", "ms").atMost(0.5);
    private static final Target P99 = Target.of("p99 at 1,000/s", "ms").atMost(8);
    private static final Target HELD =
            Target.of("rate held", "/s").atLeast(9_000).ratioAtLeast(0.35);

    static final int PROPOSALS = 40;
    private static final double LONGEST_MILLIS = 100;
    private static final Duration EACH = Duration.ofSeconds(6);

    @Override
    public RowDeclaration declaration() {
        return RowDeclaration.of(
                "list",
                "The list of a space's proposals from proposal-service's cache, through a gateway that keeps nothing.",
                "nginx with one worker, serving the same bytes as a file",
                "Open loop; one list of 20 proposals. A rate is held when nothing fails and p99 stays within"
                        + " 100 ms for 4 s.",
                P50,
                P99,
                HELD);
    }

    @Override
    public void measure(Trial trial) throws Exception {
        OwnPlatform platform =
                trial.start(settings ->
                        settings.withVariable(
                                ServiceName.GATEWAY, "DAO_GATEWAY_CACHE_ENABLED", "false"));
        BenchSpace space = BenchSpace.create(platform.anyone());
        space.openProposals(PROPOSALS);
        String path = "/api/v1/proposals?spaceId=" + space.id() + "&limit=20";
        PlannedRequest list = PlannedRequest.get(path);
        warmUp(trial, platform, list);
        byte[] bytes = platform.anyone().get(path).orFail().body().getBytes(UTF_8);
        trial.findings().note("the list has " + bytes.length + " bytes");
        Optional<Nginx> nginx = peer(trial, platform, bytes);
        try {
            measure(trial, platform, list, nginx);
        } finally {
            nginx.ifPresent(Nginx::close);
        }
    }

    private static void measure(
            Trial trial, OwnPlatform platform, PlannedRequest list, Optional<Nginx> nginx)
            throws Exception {
        Climb gateway = climb(trial, "list", platform.gateway(), list);
        PlannedRequest file = PlannedRequest.get("/file");
        Optional<Climb> peer =
                nginx.map(one -> climb(trial, "nginx, the same as a file", one.address(), file));
        trial.rounds(_ -> {
            steady(trial, platform, _ -> list);
            double held = gateway.highestHeld();
            if (peer.isEmpty()) {
                trial.findings().add(HELD, held);
            } else {
                trial.findings().add(HELD, held, peer.get().highestHeld());
            }
            Loaded best = gateway.best();
            if (best != null) {
                trial.findings().cost(HELD, best);
                trial.findings().note("CPU µs/list when held: " + best.breakdown());
            }
        });
    }

    static void warmUp(Trial trial, OwnPlatform platform, PlannedRequest list) {
        trial.load("warm-up", platform.gateway(), 1_500, EACH, _ -> list);
        trial.load("warm-up", platform.gateway(), 3_000, EACH, _ -> list);
    }

    private static Climb climb(Trial trial, String name, URI target, PlannedRequest request) {
        return new Climb(trial, name, target, 2_000, LONGEST_MILLIS, _ -> request);
    }

    private static void steady(
            Trial trial, OwnPlatform platform, LongFunction<PlannedRequest> plan) {
        Loaded loaded = trial.load("list", platform.gateway(), 1_000, EACH, plan);
        if (trial.counts(P99, loaded.result()) && trial.counts(P50, loaded.result())) {
            trial.findings().add(P50, loaded.result().millis(50));
            trial.findings().add(P99, loaded.result().millis(99));
            trial.findings().cost(P99, loaded);
        }
    }

    private static Optional<Nginx> peer(Trial trial, OwnPlatform platform, byte[] bytes)
            throws IOException, InterruptedException {
        try {
            return Optional.of(
                    Nginx.forwarding(
                            platform.folder("nginx"),
                            bytes,
                            platform.service(ServiceName.PROPOSAL_SERVICE)));
        } catch (MissingToolException e) {
            trial.findings().missing(HELD, "no ratio: " + e.sentence());
            return Optional.empty();
        }
    }
}
