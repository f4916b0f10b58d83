package com.rechain.dao.perf.bench;

import com.rechain.dao.devstack.client.SignedIn;
import com.rechain.dao.perf.load.PlannedRequest;
import com.rechain.dao.perf.peer.RawCommits;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;

/**
 * Durable votes per second through the gateway, next to what the same database commits without us.
 */
final class VotesRow implements Bench.Row {
    private static final int MEMBERS = 200;
    private static final int PROPOSALS = 300;
    private static final double[] RATES = {250, 500, 1_000, 1_500, 2_000, 2_500, 3_000, 4_000};
    private static final Duration STEP = Duration.ofSeconds(8);
    private static final Duration RAW = Duration.ofSeconds(5);
    private static final int[] RAW_CONNECTIONS = {1, 8, 16};

    @Override
    public void measure(BenchPlatform platform) throws Exception {
        System.out.printf("Preparing %d members and %d open proposals%n", MEMBERS, PROPOSALS);
        BenchSpace space = BenchSpace.create(platform.anyone());
        List<SignedIn> members = space.members(MEMBERS);
        LongFunction<PlannedRequest> plan = plan(members, space.openProposals(PROPOSALS));
        long warm = Steps.warmUp(platform.gateway(), 500, Duration.ofSeconds(10), plan);

        double rawBefore = bestRaw(platform);
        Table table = new Table(Steps.HEAD);
        double votes =
                new Steps(table, STEP)
                        .highestHeld(
                                "gateway, votes",
                                platform.gateway(),
                                RATES,
                                n -> plan.apply(warm + n));
        double rawAfter = bestRaw(platform);

        System.out.println();
        System.out.println(table);
        System.out.println(summary(votes, rawBefore, rawAfter));
    }

    /** First ballots as long as there are new pairs of proposal and member, then changed ones. */
    private static LongFunction<PlannedRequest> plan(List<SignedIn> members, List<UUID> proposals) {
        return n -> {
            SignedIn voter = members.get((int) (n % members.size()));
            UUID proposal = proposals.get((int) (n / members.size() % proposals.size()));
            long round = n / ((long) members.size() * proposals.size());
            String choice = "{\"choice\":" + (1 + (n + round) % 3) + "}";
            return PlannedRequest.put(
                    "/api/v1/proposals/" + proposal + "/ballot", voter.accessToken(), choice);
        };
    }

    private static double bestRaw(BenchPlatform platform)
            throws SQLException, InterruptedException {
        RawCommits raw = new RawCommits(platform.primary());
        double best = 0;
        for (int connections : RAW_CONNECTIONS) {
            best = Math.max(best, raw.measure(connections, RAW));
        }
        return best;
    }

    private static Table summary(double votes, double rawBefore, double rawAfter) {
        double raw = (rawBefore + rawAfter) / 2;
        return new Table("what", "per second")
                .row("durable votes held through the gateway", votes)
                .row("raw single-row commits, same database, before", rawBefore)
                .row("raw single-row commits, same database, after", rawAfter)
                .row("ratio votes : raw commits (x100)", 100 * votes / raw);
    }
}
