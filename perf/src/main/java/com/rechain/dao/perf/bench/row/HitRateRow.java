package com.rechain.dao.perf.bench.row;

import com.rechain.dao.devstack.fleet.ServiceName;
import com.rechain.dao.perf.bench.trial.BenchSpace;
import com.rechain.dao.perf.bench.trial.Loaded;
import com.rechain.dao.perf.bench.trial.Row;
import com.rechain.dao.perf.bench.trial.RowDeclaration;
import com.rechain.dao.perf.bench.trial.Target;
import com.rechain.dao.perf.bench.trial.Trial;
import com.rechain.dao.perf.load.PlannedRequest;
import com.rechain.dao.perf.measure.Exposition;
import com.rechain.dao.perf.platform.OwnPlatform;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;

/** How many reads no database sees, while some of what is read changes. */
public final class HitRateRow implements Row {
    private static final Target HITS = Target.of("reads that met a cache", "%").atLeast(99);
    private static final Target LOADS = Target.of("loads of a proposal for a change", "").atMost(1);
    private static final Target STALE = Target.of("p99 of a change to be seen", "ms").atMost(1_000);

    private static final int STAYING = 200;
    private static final int RATE = 1_000;

    /** Every so many requests one changes something. */
    private static final int CHANGE_EVERY = 100;

    private static final int LIST_EVERY = 10;
    private static final Duration EACH = Duration.ofSeconds(10);
    private static final String COUNT = "dao_cache_load_seconds_count";

    @Override
    public RowDeclaration declaration() {
        return RowDeclaration.of(
                "hit-rate",
                "Reads of some hundred proposals by Zipf's law, and of their list, of which one in a hundred is a"
                        + " moderator's who calls a proposal off.",
                "",
                "Open loop at 1,000/s. A read that proposal-service loads from a database is a miss, whichever"
                        + " cache answers the others. A change is seen when a reader without any token gets it."
                        + " Entries live for an hour, so that what is loaded is loaded for a change.",
                HITS,
                LOADS,
                STALE);
    }

    @Override
    public void measure(Trial trial) throws Exception {
        OwnPlatform platform =
                trial.start(settings ->
                        settings.withVariable(
                                ServiceName.PROPOSAL_SERVICE, "DAO_PROPOSAL_CACHE_TTL", "PT1H"));
        BenchSpace space = BenchSpace.create(platform.anyone());
        int changes = (int) (RATE * EACH.toSeconds() / CHANGE_EVERY);
        int proposals = STAYING + changes * trial.roundCount();
        List<UUID> live = new ArrayList<>(space.openProposals(proposals));
        PlannedRequest list =
                PlannedRequest.get("/api/v1/proposals?spaceId=" + space.id()).ofKind("list");
        List<PlannedRequest> pages =
                live.stream().map(id -> PlannedRequest.get("/api/v1/proposals/" + id)).toList();
        Zipf zipf = new Zipf(proposals, 11);
        trial.load(
                "warm-up",
                platform.gateway(),
                proposals / 2.0,
                Duration.ofSeconds(6),
                n -> n == 0 ? list : pages.get((int) (n % proposals)));
        trial.rounds(_ ->
                round(
                        trial,
                        platform,
                        new Changes(platform, space, live),
                        n -> n % LIST_EVERY == 1 ? list : pages.get(zipf.next())));
    }

    private static void round(
            Trial trial, OwnPlatform platform, Changes changes, LongFunction<PlannedRequest> reads)
            throws Exception {
        Exposition before = metrics(platform);
        try (changes) {
            Loaded loaded =
                    trial.load(
                            "reads",
                            platform.gateway(),
                            RATE,
                            EACH,
                            n -> {
                                if (n % CHANGE_EVERY == 0) {
                                    changes.begin();
                                }
                                return reads.apply(n);
                            });
            changes.await();
            found(trial, loaded, changes, before, metrics(platform));
        }
    }

    private static void found(
            Trial trial, Loaded loaded, Changes changes, Exposition before, Exposition after) {
        double reads = loaded.result().sent() + (double) changes.looks();
        double pages = loads(after, "proposals") - loads(before, "proposals");
        double lists = loads(after, "proposal-lists") - loads(before, "proposal-lists");
        if (trial.counts(HITS, loaded.result())) {
            trial.findings().add(HITS, 100 * (1 - (pages + lists) / reads));
            trial.findings().cost(HITS, loaded);
        }
        trial.findings().add(LOADS, pages / changes.count());
        trial.findings().add(STALE, changes.staleMillis(99));
        trial.findings()
                .note(
                        "a round: %.0f reads, %d changes, %.0f loads of pages, %.0f of lists"
                                .formatted(reads, changes.count(), pages, lists));
    }

    private static double loads(Exposition metrics, String cache) {
        return metrics.sum(COUNT, "cache=\"" + cache + "\"");
    }

    private static Exposition metrics(OwnPlatform platform)
            throws IOException, InterruptedException {
        return Exposition.of(
                URI.create(platform.instance(ServiceName.PROPOSAL_SERVICE).managementUrl()));
    }
}
