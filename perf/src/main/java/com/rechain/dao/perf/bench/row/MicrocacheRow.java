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
import com.rechain.dao.perf.measure.Exposition;
import com.rechain.dao.perf.peer.Nginx;
import com.rechain.dao.perf.platform.OwnPlatform;
import java.io.IOException;
import java.net.URI;

/** Lists that the gateway answers by itself, next to nginx serving the same bytes as a file. */
public final class MicrocacheRow implements Row {
    private static final Target HELD = Target.of("rate held", "/s").atLeast(15_000);
    private static final Target HITS = Target.of("answered by the gateway itself", "%").atLeast(99);

    private static final String REQUESTS = "dao_gateway_cache_requests_total";
    private static final double LONGEST_MILLIS = 100;

    @Override
    public RowDeclaration declaration() {
        return RowDeclaration.of(
                "microcache",
                "The list of a space's proposals from the gateway's own micro-cache.",
                "nginx with one worker, serving the same bytes as a file",
                "Open loop; one list of 20 proposals. A rate is held when nothing fails and p99 stays within"
                        + " 100 ms for 4 s. Hits by the gateway's own count.",
                HELD,
                HITS);
    }

    @Override
    public void measure(Trial trial) throws Exception {
        OwnPlatform platform = trial.start();
        BenchSpace space = BenchSpace.create(platform.anyone());
        space.openProposals(ListRow.PROPOSALS);
        String path = "/api/v1/proposals?spaceId=" + space.id() + "&limit=20";
        PlannedRequest list = PlannedRequest.get(path);
        ListRow.warmUp(trial, platform, list);
        if (!metrics(platform).has(REQUESTS)) {
            trial.findings().missing("this gateway has no micro-cache");
            return;
        }
        byte[] bytes = platform.anyone().get(path).orFail().body().getBytes(UTF_8);
        try (Nginx nginx =
                Nginx.forwarding(
                        platform.folder("nginx"),
                        bytes,
                        platform.service(ServiceName.PROPOSAL_SERVICE))) {
            measure(trial, platform, list, nginx);
        }
    }

    private static void measure(Trial trial, OwnPlatform platform, PlannedRequest list, Nginx nginx)
            throws Exception {
        Climb gateway =
                new Climb(trial, "list", platform.gateway(), 3_000, LONGEST_MILLIS, _ -> list);
        PlannedRequest file = PlannedRequest.get("/file");
        Climb peer =
                new Climb(
                        trial, "nginx, a file", nginx.address(), 6_000, LONGEST_MILLIS, _ -> file);
        trial.rounds(_ -> {
            Exposition before = metrics(platform);
            double held = gateway.highestHeld();
            Exposition after = metrics(platform);
            double all = after.sum(REQUESTS) - before.sum(REQUESTS);
            double hits = hits(after) - hits(before);
            trial.findings().add(HELD, held, peer.highestHeld());
            trial.findings().add(HITS, 100 * hits / all);
            Loaded best = gateway.best();
            if (best != null) {
                trial.findings().cost(HELD, best);
                trial.findings().note("CPU µs/list when held: " + best.breakdown());
            }
        });
    }

    private static double hits(Exposition metrics) {
        return metrics.sum(REQUESTS, "result=\"hit\"") + metrics.sum(REQUESTS, "result=\"stale\"");
    }

    private static Exposition metrics(OwnPlatform platform)
            throws IOException, InterruptedException {
        return Exposition.of(URI.create(platform.instance(ServiceName.GATEWAY).managementUrl()));
    }
}
