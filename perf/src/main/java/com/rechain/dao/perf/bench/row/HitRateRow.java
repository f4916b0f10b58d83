package com.rechain.dao.perf.bench.row;

import com.rechain.dao.devstack.fleet.ServiceName;
import com.rechain.dao.perf.bench.trial.BenchPlatform;
import com.rechain.dao.perf.bench.trial.BenchSpace;
import com.rechain.dao.perf.bench.trial.Loaded;
import com.rechain.dao.perf.bench.trial.Row;
import com.rechain.dao.perf.bench.trial.RowDeclaration;
import com.rechain.dao.perf.bench.trial.Target;
import com.rechain.dao.perf.bench.trial.Trial;
import com.rechain.dao.perf.load.PlannedRequest;
import com.rechain.dao.perf.measure.Exposition;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** How many reads no database sees, while some of what is read changes. */
public final class HitRateRow implements Row {
    private static final Target HITS = Target.of("reads that met a cache", "%").atLeast(99);
    private static final Target LOADS = Target.of("loads of a proposal for a change", "").atMost(1);
    private static final Target STALE = Target.of("p99 of a change to be seen", "ms").atMost(1_000);

    private static final int PROPOSALS = 500;
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
                "Reads of 500 proposals by Zipf's law, and of their list, of which one in a hundred is a"
                        + " moderator's who calls a proposal off.",
                "",
                "Open loop at 1,000/s. A read that proposal-service loads from a database is a miss, whichever"
                        + " cache answers the others. A change is seen when a reader without any token gets it.",
                HITS,
                LOADS,
                STALE);
    }

    @Override
    public void measure(Trial trial) throws Exception {
        BenchPlatform platform = trial.start();
        BenchSpace space = BenchSpace.create(platform.anyone());
        List<UUID> live = new ArrayList<>(space.openProposals(PROPOSALS));
        PlannedRequest list =
                PlannedRequest.get("/api/v1/proposals?spaceId=" + space.id()).ofKind("list");
        List<PlannedRequest> pages =
                live.stream().map(id -> PlannedRequest.get("/api/v1/proposals/" + id)).toList();
        Zipf zipf = new Zipf(PROPOSALS, 11);
        trial.load(
                "warm-up",
                platform.gateway(),
                PROPOSALS,
                Duration.ofSeconds(4),
                n -> n % LIST_EVERY == 0 ? list : pages.get((int) (n % PROPOSALS)));
        trial.rounds(_ -> {
            Exposition before = metrics(platform);
            try (Changes changes = new Changes(platform, space, live)) {
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
                                    return n % LIST_EVERY == 1 ? list : pages.get(zipf.next());
                                });
                changes.await();
                found(trial, loaded, changes, before, metrics(platform));
            }
        });
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

    private static Exposition metrics(BenchPlatform platform)
            throws IOException, InterruptedException {
        return Exposition.of(platform.instance(ServiceName.PROPOSAL_SERVICE).managementUrl());
    }
}
