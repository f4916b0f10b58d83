package com.rechain.dao.perf.bench.row;

import com.rechain.dao.devstack.client.SignedIn;
import com.rechain.dao.perf.bench.trial.BenchSpace;
import com.rechain.dao.perf.bench.trial.Findings;
import com.rechain.dao.perf.bench.trial.Loaded;
import com.rechain.dao.perf.bench.trial.Row;
import com.rechain.dao.perf.bench.trial.RowDeclaration;
import com.rechain.dao.perf.bench.trial.Target;
import com.rechain.dao.perf.bench.trial.Trial;
import com.rechain.dao.perf.load.PlannedRequest;
import com.rechain.dao.perf.peer.RawCommits;
import com.rechain.dao.perf.platform.OwnPlatform;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;

/** Durable votes through the gateway, next to what the same database commits without us. */
public final class VotesRow implements Row {
    private static final Target P50 = Target.of("p50 at 1,000/s", "ms");
    private static final Target P99 = Target.of("p99 at 1,000/s", "ms").atMost(40);
    private static final Target HELD =
            Target.of("rate held", "/s").atLeast(3_000).ratioAtLeast(1.0);

    private static final int MEMBERS = 300;
    private static final int PROPOSALS = 500;
    private static final double LONGEST_MILLIS = 100;
    private static final Duration EACH = Duration.ofSeconds(6);
    private static final Duration RAW = Duration.ofSeconds(3);
    // The compilers need some fifty thousand votes until a vote costs what it will cost from then
    // on.
    private static final int[] WARM_UP = {300, 600, 1_000, 1_500, 2_000, 2_000, 2_000};
    private static final int[] RAW_CONNECTIONS = {8, 12, 16};

    @Override
    public RowDeclaration declaration() {
        return RowDeclaration.of(
                "votes",
                "Votes through the gateway: durable, unique and in the outbox when they are answered.",
                "single-row commits of a ballot's size by JDBC on the same database server, at the best of 8,"
                        + " 12 and 16 connections",
                "Open loop; first ballots of 300 members on 500 proposals, later changed ones. A rate is held"
                        + " when nothing fails and p99 stays within 100 ms for 4 s.",
                P50,
                P99,
                HELD);
    }

    @Override
    public void measure(Trial trial) throws Exception {
        OwnPlatform platform = trial.start();
        BenchSpace space = BenchSpace.create(platform.anyone());
        List<SignedIn> members = space.members(MEMBERS);
        LongFunction<PlannedRequest> plan = plan(members, space.openProposals(PROPOSALS));
        Numbering numbering = new Numbering(plan);
        for (int rate : WARM_UP) {
            trial.load("warm-up", platform.gateway(), rate, EACH, numbering::next);
        }
        Climb climb =
                new Climb(
                        trial, "votes", platform.gateway(), 1_000, LONGEST_MILLIS, numbering::next);
        RawCommits raw = new RawCommits(platform.backing().primary());
        trial.rounds(_ -> {
            steady(trial, platform, numbering);
            double held = climb.highestHeld();
            trial.findings().add(HELD, held, raw(raw));
            Loaded best = climb.best();
            if (best != null) {
                trial.findings().cost(HELD, best);
                trial.findings().note("CPU µs/vote when held: " + best.breakdown());
            }
        });
    }

    private static void steady(Trial trial, OwnPlatform platform, Numbering numbering) {
        Findings findings = trial.findings();
        Loaded loaded = trial.load("votes", platform.gateway(), 1_000, EACH, numbering::next);
        if (trial.counts(P99, loaded.result()) && trial.counts(P50, loaded.result())) {
            findings.add(P50, loaded.result().millis(50));
            findings.add(P99, loaded.result().millis(99));
            findings.cost(P99, loaded);
        }
    }

    private static double raw(RawCommits raw) throws Exception {
        double best = 0;
        for (int connections : RAW_CONNECTIONS) {
            double commits = raw.measure(connections, RAW);
            System.out.printf("    raw commits, %d connections  %,.0f/s%n", connections, commits);
            best = Math.max(best, commits);
        }
        return best;
    }

    /** First ballots as long as there are new pairs of proposal and member, then changed ones. */
    static LongFunction<PlannedRequest> plan(List<SignedIn> members, List<UUID> proposals) {
        return n -> {
            SignedIn voter = members.get((int) (n % members.size()));
            UUID proposal = proposals.get((int) (n / members.size() % proposals.size()));
            long round = n / ((long) members.size() * proposals.size());
            String choice = "{\"choice\":" + (1 + (n + round) % 3) + "}";
            return PlannedRequest.put(
                    "/api/v1/proposals/" + proposal + "/ballot", voter.accessToken(), choice);
        };
    }

    /** Counts on over all loads, so that no ballot is sent a second time unchanged. */
    static final class Numbering {
        private final LongFunction<PlannedRequest> plan;
        private long next;

        Numbering(LongFunction<PlannedRequest> plan) {
            this.plan = plan;
        }

        PlannedRequest next(long ignored) {
            return plan.apply(next++);
        }
    }
}
