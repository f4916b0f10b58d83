package com.rechain.dao.perf.bench;

import com.rechain.dao.devstack.fleet.ServiceName;
import com.rechain.dao.perf.load.PlannedRequest;
import com.rechain.dao.perf.peer.Nginx;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Cached proposal lists per second through the gateway, next to nginx with the same bytes and the
 * same service.
 */
final class ListRow implements Bench.Row {
    private static final int PROPOSALS = 40;
    private static final double[] RATES = {
        500, 1_000, 2_000, 3_000, 4_500, 6_000, 9_000, 12_000, 16_000, 24_000
    };
    private static final Duration STEP = Duration.ofSeconds(6);
    private static final Duration WARM_UP = Duration.ofSeconds(10);

    @Override
    public void measure(BenchPlatform platform) throws Exception {
        System.out.printf("Preparing %d proposals%n", PROPOSALS);
        BenchSpace space = BenchSpace.create(platform.anyone());
        space.openProposals(PROPOSALS);
        String path = "/api/v1/proposals?spaceId=" + space.id() + "&limit=20";
        LongFunction<PlannedRequest> plan = _ -> PlannedRequest.get(path);
        URI service = platform.service(ServiceName.PROPOSAL_SERVICE);
        Steps.warmUp(platform.gateway(), 500, WARM_UP, plan);

        Table table = new Table(Steps.HEAD);
        Steps steps = new Steps(table, STEP);
        double gateway = steps.highestHeld("gateway", platform.gateway(), RATES, plan);
        double direct = steps.highestHeld("proposal-service alone", service, RATES, plan);
        byte[] bytes = platform.anyone().get(path).orFail().body().getBytes(StandardCharsets.UTF_8);
        Table summary =
                new Table("what", "lists/s held", "gateway : this (x100)")
                        .row("gateway", gateway, "-")
                        .row("proposal-service alone", direct, 100 * gateway / direct);
        Optional<Nginx> nginx = Nginx.start(platform.folder("nginx"), bytes, List.of(service));
        nginx.ifPresentOrElse(
                peer -> measure(peer, steps, plan, summary, gateway),
                () -> System.out.println("nginx is not installed: its rows are left out"));

        System.out.println();
        System.out.println(table);
        System.out.println("The list has " + bytes.length + " bytes.");
        System.out.println(summary);
    }

    private static void measure(
            Nginx nginx,
            Steps steps,
            LongFunction<PlannedRequest> plan,
            Table summary,
            double gateway) {
        try (nginx) {
            double proxy = steps.highestHeld("nginx as proxy", nginx.address(), RATES, plan);
            double file =
                    steps.highestHeld(
                            "nginx, a file",
                            nginx.address(),
                            RATES,
                            _ -> PlannedRequest.get("/file"));
            summary.row("nginx as proxy of the same service", proxy, 100 * gateway / proxy)
                    .row("nginx serving the same bytes as a file", file, 100 * gateway / file);
        }
    }
}
