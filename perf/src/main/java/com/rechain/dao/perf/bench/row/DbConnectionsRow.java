package com.rechain.dao.perf.bench.row;

import com.rechain.dao.devstack.backing.Database;
import com.rechain.dao.perf.bench.trial.Loaded;
import com.rechain.dao.perf.bench.trial.Row;
import com.rechain.dao.perf.bench.trial.RowDeclaration;
import com.rechain.dao.perf.bench.trial.Target;
import com.rechain.dao.perf.bench.trial.Trial;
import com.rechain.dao.perf.platform.OwnPlatform;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** How many connections the databases see at most when the platform has more to do than it can. */
public final class DbConnectionsRow implements Row {
    private static final Target MOST = Target.of("most connections, both servers", "").atMost(24);

    private static final double TOO_MUCH = 8_000;
    private static final Duration EACH = Duration.ofSeconds(10);

    /** The one that asks. */
    private static final int OUR_OWN = 1;

    @Override
    public RowDeclaration declaration() {
        return RowDeclaration.of(
                "db-connections",
                "Connections of all services to primary and replica under more load than the machine can take.",
                "",
                "Max_used_connections of both servers since the round began, less the bench's own; the mix at"
                        + " 8,000/s for 10 s.",
                MOST);
    }

    @Override
    public void measure(Trial trial) throws Exception {
        OwnPlatform platform = trial.start();
        People community = People.of(platform);
        trial.rounds(_ -> {
            forget(platform.backing().primary());
            forget(platform.backing().replica());
            Loaded loaded =
                    trial.load("mix", platform.gateway(), TOO_MUCH, EACH, community.mix(400));
            long primary = most(platform.backing().primary());
            long replica = most(platform.backing().replica());
            trial.findings().add(MOST, (double) (primary + replica));
            trial.findings().note("primary %d, replica %d".formatted(primary, replica));
            trial.findings().note("answers: " + loaded.result().statuses());
        });
    }

    private static void forget(Database database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("FLUSH STATUS");
        }
    }

    private static long most(Database database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Max_used_connections'")) {
            row.next();
            return row.getLong(2) - OUR_OWN;
        }
    }
}
