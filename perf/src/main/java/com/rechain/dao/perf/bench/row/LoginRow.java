package com.rechain.dao.perf.bench.row;

import com.rechain.dao.devstack.client.SignedIn;
import com.rechain.dao.perf.bench.trial.BenchSpace;
import com.rechain.dao.perf.bench.trial.Findings;
import com.rechain.dao.perf.bench.trial.Loaded;
import com.rechain.dao.perf.bench.trial.Row;
import com.rechain.dao.perf.bench.trial.RowDeclaration;
import com.rechain.dao.perf.bench.trial.Target;
import com.rechain.dao.perf.bench.trial.Trial;
import com.rechain.dao.perf.load.KindResult;
import com.rechain.dao.perf.load.PlannedRequest;
import com.rechain.dao.perf.peer.RawHashes;
import com.rechain.dao.perf.platform.OwnPlatform;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import org.HdrHistogram.Histogram;

/** Sign-ins next to the bare password hash, and what a flood of them does to everybody else. */
public final class LoginRow implements Row {
    private static final Target P50 = Target.of("p50 at 10/s", "ms").atMost(30).ratioAtMost(1.3);
    private static final Target P99 = Target.of("p99 at 10/s", "ms").atMost(90);
    private static final Target THROUGHPUT =
            Target.of("sign-ins during a flood", "/s").ratioAtLeast(0.85);
    private static final Target TURNED_AWAY =
            Target.of("p99 of 429 during a flood", "ms").atMost(20);
    private static final Target OTHERS =
            Target.of("p99 of lists during a flood", "ms").ratioAtMost(2);

    private static final int MEMBERS = 100;
    private static final int CALM_RATE = 10;
    private static final Duration CALM = Duration.ofSeconds(10);
    private static final Duration FLOOD = Duration.ofSeconds(8);
    private static final Duration HASHING = Duration.ofSeconds(4);
    private static final int FLOOD_RATE = 400;
    private static final int LOGINS_OF_FIVE = 1;

    @Override
    public RowDeclaration declaration() {
        return RowDeclaration.of(
                "login",
                "Sign-ins through the gateway.",
                "Argon2id (19 MiB, 2 passes, 1 lane) by the same library on one thread of the bench itself, as"
                        + " user-service has one permit on two cores; for lists, the same lists in quiet",
                "Open loop, 10/s, and bare hashes at 10/s, for a processor that slept is slow at first; then a flood of 80 sign-ins and 320 lists a second, next to 320 lists alone.",
                P50,
                P99,
                THROUGHPUT,
                TURNED_AWAY,
                OTHERS);
    }

    @Override
    public void measure(Trial trial) throws Exception {
        OwnPlatform platform = trial.start();
        BenchSpace space = BenchSpace.create(platform.anyone());
        LongFunction<PlannedRequest> logins = logins(space.members(MEMBERS));
        space.openProposals(20);
        PlannedRequest list =
                PlannedRequest.get("/api/v1/proposals?spaceId=" + space.id()).ofKind("list");
        RawHashes raw = new RawHashes();
        trial.load("warm-up, lists", platform.gateway(), 500, CALM, _ -> list);
        trial.warmUp(platform.gateway(), 25, CALM, logins);
        trial.rounds(_ -> {
            Histogram hashes = raw.measure(HASHING);
            Histogram paced = raw.measure(CALM, Duration.ofSeconds(1).dividedBy(CALM_RATE));
            System.out.printf(
                    "    bare hash %.1f ms at %d/s; %.1f ms at %.1f/s without a pause%n",
                    millis(paced, 50),
                    CALM_RATE,
                    millis(hashes, 50),
                    hashes.getTotalCount() / (double) HASHING.toSeconds());
            calm(trial, platform, logins, paced);
            flood(trial, platform, logins, list, hashes);
        });
    }

    private static void calm(
            Trial trial,
            OwnPlatform platform,
            LongFunction<PlannedRequest> logins,
            Histogram hashes) {
        Loaded loaded = trial.load("logins", platform.gateway(), CALM_RATE, CALM, logins);
        if (trial.counts(P50, loaded.result()) && trial.counts(P99, loaded.result())) {
            trial.findings().add(P50, loaded.result().millis(50), millis(hashes, 50));
            trial.findings().add(P99, loaded.result().millis(99));
            trial.findings().cost(P50, loaded);
        }
    }

    private static void flood(
            Trial trial,
            OwnPlatform platform,
            LongFunction<PlannedRequest> logins,
            PlannedRequest list,
            Histogram hashes) {
        int lists = FLOOD_RATE * (5 - LOGINS_OF_FIVE) / 5;
        Loaded quiet = trial.load("lists in quiet", platform.gateway(), lists, FLOOD, _ -> list);
        Loaded flooded =
                trial.load(
                        "lists and a flood of logins",
                        platform.gateway(),
                        FLOOD_RATE,
                        FLOOD,
                        n -> n % 5 < LOGINS_OF_FIVE ? logins.apply(n / 5) : list);
        Findings findings = trial.findings();
        KindResult login = flooded.result().kind("login");
        checkStatuses(findings, login);
        long done = login.statuses().getOrDefault(200, 0L);
        // The raw loop has no queue to empty at the end: what is answered late counts with its
        // time.
        double seconds = flooded.result().took().toNanos() / 1e9;
        findings.add(
                THROUGHPUT, done / seconds, hashes.getTotalCount() / (double) HASHING.toSeconds());
        findings.add(TURNED_AWAY, millis(login.latency(429), 99));
        findings.note("sign-ins during a flood by status: " + login.statuses());
        if (trial.counts(OTHERS, quiet.result())) {
            findings.add(
                    OTHERS, flooded.result().kind("list").millis(99), quiet.result().millis(99));
        }
    }

    private static void checkStatuses(Findings findings, KindResult login) {
        Map<Integer, Long> statuses = login.statuses();
        if (!Set.of(200, 429).containsAll(statuses.keySet())) {
            findings.missing(THROUGHPUT, "sign-ins were answered " + statuses);
        }
        if (!statuses.containsKey(429)) {
            findings.missing(TURNED_AWAY, "nobody was turned away");
        }
    }

    private static LongFunction<PlannedRequest> logins(List<SignedIn> members) {
        List<PlannedRequest> each = members.stream().map(People::login).toList();
        return n -> each.get((int) (n % each.size()));
    }

    private static double millis(Histogram micros, double percent) {
        return micros.getValueAtPercentile(percent) / 1e3;
    }
}
