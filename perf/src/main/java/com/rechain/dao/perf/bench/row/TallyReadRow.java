package com.rechain.dao.perf.bench.row;

import com.rechain.dao.devstack.backing.Database;
import com.rechain.dao.devstack.backing.Schema;
import com.rechain.dao.devstack.fleet.ServiceName;
import com.rechain.dao.perf.bench.trial.BenchSpace;
import com.rechain.dao.perf.bench.trial.Loaded;
import com.rechain.dao.perf.bench.trial.Row;
import com.rechain.dao.perf.bench.trial.RowDeclaration;
import com.rechain.dao.perf.bench.trial.Target;
import com.rechain.dao.perf.bench.trial.Trial;
import com.rechain.dao.perf.load.PlannedRequest;
import com.rechain.dao.perf.platform.OwnPlatform;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** The running tally of a vote with a million ballots, next to that of an empty one. */
public final class TallyReadRow implements Row {
    private static final Target P50 = Target.of("p50 at 100/s", "ms");
    private static final Target P99 = Target.of("p99 at 100/s", "ms").atMost(10);

    private static final int BALLOTS = 1_000_000;
    private static final int RATE = 100;
    private static final Duration EACH = Duration.ofSeconds(8);
    // Ten digits six times over are a million numbers, in any SQL.
    private static final String DIGITS =
            "(SELECT 0 d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL"
                    + " SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)";
    private static final String FILL =
            """
            INSERT INTO ballot (proposal_id, voter_id, revision, choice, weight, ballot_hash, cast_at)
            SELECT ?, UNHEX(LPAD(HEX(n), 32, '0')), 1, CAST(1 + n %% 3 AS CHAR), 1, UNHEX(REPEAT('00', 32)), NOW(6)
            FROM (SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d + 100000 * g.d n
                FROM %1$s a, %1$s b, %1$s c, %1$s e, %1$s f, %1$s g) numbers\
            """
                    .formatted(DIGITS);
    private static final String COUNT =
            """
            INSERT INTO tally_counter (proposal_id, choice, shard, weight, ballots)
            SELECT proposal_id, choice, CONV(RIGHT(HEX(voter_id), 1), 16, 10) %% 8, SUM(weight), COUNT(*)
            FROM ballot WHERE proposal_id = ?
            GROUP BY proposal_id, choice, CONV(RIGHT(HEX(voter_id), 1), 16, 10) %% 8\
            """
                    .formatted();

    @Override
    public RowDeclaration declaration() {
        return RowDeclaration.of(
                "tally-read",
                "The running tally of a vote with a million ballots, read from its counters.",
                "the same of a vote without ballots",
                "Open loop, 100/s, caches of tallies off; ballots and counters written straight into the database.",
                P50,
                P99);
    }

    @Override
    public void measure(Trial trial) throws Exception {
        OwnPlatform platform =
                trial.start(settings ->
                        settings.withVariable(
                                        ServiceName.GATEWAY, "DAO_GATEWAY_CACHE_ENABLED", "false")
                                .withVariable(
                                        ServiceName.VOTING_SERVICE, "DAO_TALLY_CACHED", "0.001S"));
        List<UUID> proposals = BenchSpace.create(platform.anyone()).openProposals(2);
        fill(platform, proposals.getFirst());
        PlannedRequest full = tally(proposals.getFirst());
        PlannedRequest empty = tally(proposals.getLast());
        String seen =
                platform.anyone()
                        .get("/api/v1/proposals/" + proposals.getFirst() + "/tally")
                        .orFail()
                        .body();
        trial.findings().note("the full tally: " + seen);
        trial.warmUp(platform.gateway(), RATE, EACH, _ -> full);
        trial.rounds(_ -> {
            Loaded many = trial.load("a million", platform.gateway(), RATE, EACH, _ -> full);
            Loaded none = trial.load("none", platform.gateway(), RATE, EACH, _ -> empty);
            if (trial.counts(P50, many.result()) && trial.counts(P99, many.result())) {
                trial.findings().add(P50, many.result().millis(50), none.result().millis(50));
                trial.findings().add(P99, many.result().millis(99), none.result().millis(99));
                trial.findings().cost(P99, many);
            }
        });
    }

    private static PlannedRequest tally(UUID proposal) {
        return PlannedRequest.get("/api/v1/proposals/" + proposal + "/tally");
    }

    /** Tallies are read from the primary, so the replica is spared the million. */
    private static void fill(OwnPlatform platform, UUID proposal) throws SQLException {
        System.out.printf("  writing %,d ballots%n", BALLOTS);
        byte[] id = HexFormat.of().parseHex(proposal.toString().replace("-", ""));
        try (Connection connection = connect(platform.backing().primary());
                Statement session = connection.createStatement()) {
            session.execute("SET SESSION sql_log_bin = 0");
            for (String sql : List.of(FILL, COUNT)) {
                try (PreparedStatement insert = connection.prepareStatement(sql)) {
                    insert.setBytes(1, id);
                    insert.executeUpdate();
                }
            }
        }
    }

    /** As the administrator, whose statements may take minutes here. */
    private static Connection connect(Database primary) throws SQLException {
        Connection connection = primary.connect(primary.admin(), Schema.VOTING.schemaName());
        connection.setNetworkTimeout(Runnable::run, 0);
        return connection;
    }
}
