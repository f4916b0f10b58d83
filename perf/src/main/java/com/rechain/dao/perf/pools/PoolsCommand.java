package com.rechain.dao.perf.pools;

import com.rechain.dao.devstack.backing.Database;
import com.rechain.dao.devstack.backing.Schema;
import com.rechain.dao.perf.cli.Command;
import com.rechain.dao.perf.cli.UsageException;
import com.rechain.dao.perf.platform.Stores;
import com.rechain.dao.perf.pools.Curve.Point;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * {@code ./dao perf pools}: lists read past the caches and votes in batches of thirty, by 64
 * callers over pools of 1 to 32 connections, on the running platform's databases. It writes into a
 * schema of its own, which is dropped afterwards.
 */
public final class PoolsCommand implements Command {
    private static final int[] SIZES = {1, 2, 4, 8, 16, 32};
    private static final Duration EACH = Duration.ofSeconds(4);
    private static final int BATCH = 30;
    private static final String SCRATCH = "pool_curve";

    @Override
    public String usage() {
        return "(nothing more)";
    }

    @Override
    public int run(Path root, List<String> arguments) throws SQLException, InterruptedException {
        UsageException.requireNone("pools", arguments);
        Stores target = Stores.running(root);
        print(
                "list misses",
                new Curve(Work.listMiss(), EACH),
                () -> target.replica(Schema.PROPOSALS));
        Database primary = target.backing().primary();
        try (Connection admin = primary.connect()) {
            Work.prepareVotes(admin);
            print(
                    "votes in batches of 30",
                    new Curve(Work.votes(BATCH), EACH),
                    () -> scratch(primary));
            admin.createStatement().execute("DROP DATABASE " + SCRATCH);
        }
        return 0;
    }

    private static Connection scratch(Database primary) throws SQLException {
        String url =
                "jdbc:mysql://%s/%s?sslMode=DISABLED&allowPublicKeyRetrieval=true&rewriteBatchedStatements=true"
                        .formatted(primary.server().address(), SCRATCH);
        return DriverManager.getConnection(url, primary.admin().name(), primary.admin().password());
    }

    private static void print(String what, Curve curve, Pool.Opener opener)
            throws SQLException, InterruptedException {
        System.out.printf("%n%s, 64 callers%n", what);
        System.out.printf(
                "%12s %10s %14s %10s %10s%n",
                "connections", "per s", "wait p99 ms", "p99 ms", "refused");
        for (int size : SIZES) {
            Point point = curve.measure(size, opener);
            System.out.printf(
                    "%12d %,10.0f %14.1f %10.1f %,10d%n",
                    point.size(),
                    point.perSecond(),
                    point.waitMillis(),
                    point.millis(),
                    point.refused());
        }
    }
}
