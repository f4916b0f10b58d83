package com.rechain.dao.perf.bench.row;

import com.rechain.dao.devstack.client.SignedIn;
import com.rechain.dao.devstack.fleet.FleetSettings;
import com.rechain.dao.devstack.fleet.ServiceName;
import com.rechain.dao.perf.bench.trial.BenchSpace;
import com.rechain.dao.perf.bench.trial.Loaded;
import com.rechain.dao.perf.bench.trial.Row;
import com.rechain.dao.perf.bench.trial.RowDeclaration;
import com.rechain.dao.perf.bench.trial.Target;
import com.rechain.dao.perf.bench.trial.Trial;
import com.rechain.dao.perf.platform.OwnPlatform;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Durable votes with voting-service's schema behind a vtgate. The row is measured once on one shard
 * and once on two; {@code --compare} sets the two side by side.
 */
public final class ShardsRow implements Row {
    /** {@code host:port/keyspace} of a vtgate that takes {@code root} without a password. */
    private static final String VARIABLE = "DAO_BENCH_VTGATE";

    private static final Target P50 = Target.of("p50 at 500/s", "ms");
    private static final Target P99 = Target.of("p99 at 500/s", "ms");
    private static final Target HELD = Target.of("rate held", "/s");

    private static final int MEMBERS = 200;
    private static final int PROPOSALS = 200;
    private static final double LONGEST_MILLIS = 100;
    private static final Duration EACH = Duration.ofSeconds(6);
    private static final int[] WARM_UP = {200, 400, 600, 800, 1_000};

    @Override
    public RowDeclaration declaration() {
        return RowDeclaration.of(
                "shards",
                "Votes through the gateway with the ballots behind the vtgate that %s names."
                        .formatted(VARIABLE),
                "the same row on another number of shards, by --compare",
                "As the row votes; the vtgate's account is root, without a password. Everything of Vitess"
                        + " shares the processors, and its CPU is not in the cost of a vote.",
                P50,
                P99,
                HELD);
    }

    @Override
    public void measure(Trial trial) throws Exception {
        String vtgate = System.getenv(VARIABLE);
        if (vtgate == null) {
            trial.findings()
                    .missing(
                            "%s names no vtgate, such as 127.0.0.1:33577/voting"
                                    .formatted(VARIABLE));
            return;
        }
        trial.findings().note("%d shards".formatted(shards(vtgate)));
        OwnPlatform platform = trial.start(settings -> behind(vtgate, settings));
        BenchSpace space = BenchSpace.create(platform.anyone());
        List<SignedIn> members = space.members(MEMBERS);
        VotesRow.Numbering numbering =
                new VotesRow.Numbering(VotesRow.plan(members, space.openProposals(PROPOSALS)));
        for (int rate : WARM_UP) {
            trial.load("warm-up", platform.gateway(), rate, EACH, numbering::next);
        }
        Climb climb =
                new Climb(trial, "votes", platform.gateway(), 500, LONGEST_MILLIS, numbering::next);
        trial.rounds(_ -> {
            steady(trial, platform, numbering);
            trial.findings().add(HELD, climb.highestHeld());
            Loaded best = climb.best();
            if (best != null) {
                trial.findings().cost(HELD, best);
                trial.findings().note("CPU µs/vote when held: " + best.breakdown());
            }
        });
    }

    private static void steady(Trial trial, OwnPlatform platform, VotesRow.Numbering numbering) {
        Loaded loaded = trial.load("votes", platform.gateway(), 500, EACH, numbering::next);
        if (trial.counts(P99, loaded.result()) && trial.counts(P50, loaded.result())) {
            trial.findings().add(P50, loaded.result().millis(50));
            trial.findings().add(P99, loaded.result().millis(99));
            trial.findings().cost(P99, loaded);
        }
    }

    private static FleetSettings behind(String vtgate, FleetSettings settings) {
        FleetSettings changed = settings;
        for (Map.Entry<String, String> variable : variables(vtgate).entrySet()) {
            changed =
                    changed.withVariable(
                            ServiceName.VOTING_SERVICE, variable.getKey(), variable.getValue());
        }
        return changed;
    }

    private static Map<String, String> variables(String vtgate) {
        return Map.of(
                "DAO_DB_PRIMARY_URL", url(vtgate),
                "DAO_DB_USERNAME", "root",
                "DAO_DB_PASSWORD", "",
                "DAO_DB_REPLICA_URL", url(vtgate + "@replica"),
                "DAO_DB_REPLICA_USERNAME", "root",
                "DAO_DB_REPLICA_PASSWORD", "",
                "DAO_DB_OWNER_USERNAME", "root",
                "DAO_DB_OWNER_PASSWORD", "none",
                // Both shards' events are sent, and none of one shard alone.
                "DAO_OUTBOX_RELAYS", "2",
                // A transaction that leaves its shard fails the run.
                "QUARKUS_DATASOURCE_JDBC_NEW_CONNECTION_SQL",
                        "SET SESSION innodb_lock_wait_timeout = 2, transaction_mode = 'single'");
    }

    private static String url(String vtgate) {
        return "jdbc:mysql://%s?sslMode=DISABLED&allowPublicKeyRetrieval=true".formatted(vtgate);
    }

    private static int shards(String vtgate) throws SQLException {
        String keyspace = vtgate.substring(vtgate.indexOf('/') + 1);
        try (Connection connection = DriverManager.getConnection(url(vtgate), "root", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW VITESS_SHARDS")) {
            int count = 0;
            while (rows.next()) {
                count += rows.getString(1).startsWith(keyspace + "/") ? 1 : 0;
            }
            return count;
        }
    }
}
