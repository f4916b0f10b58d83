package com.rechain.dao.test.backing;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.devstack.backing.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A replica that answers but learns nothing new until this is closed. */
public final class StandingReplica implements AutoCloseable {
    private final Database replica;

    public StandingReplica(BackingServices backing) {
        replica = backing.replica();
        // MySQL 8.4 and later know this word only, MariaDB knows it too.
        execute("STOP REPLICA SQL_THREAD");
    }

    @Override
    public void close() {
        execute("START REPLICA SQL_THREAD");
    }

    private void execute(String sql) {
        try (Connection connection = replica.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("the replica does not obey: " + sql, e);
        }
    }
}
