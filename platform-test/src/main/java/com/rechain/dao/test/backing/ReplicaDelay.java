package com.rechain.dao.test.backing;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.devstack.backing.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Has the embedded replica stay behind by {@code -Ddao.backing.replica-delay} seconds, so that a
 * test which reads from it what was just written fails every time and not once in a while.
 */
final class ReplicaDelay {
    private static final int SECONDS = Integer.getInteger("dao.backing.replica-delay", 0);

    private ReplicaDelay() {}

    static void applyTo(BackingServices backing) {
        if (SECONDS == 0) {
            return;
        }
        Database replica = backing.replica();
        try (Connection connection = replica.connect();
                Statement sql = connection.createStatement()) {
            sql.execute("STOP SLAVE");
            sql.execute("CHANGE MASTER TO MASTER_DELAY = " + SECONDS);
            sql.execute("START SLAVE");
        } catch (SQLException e) {
            throw new IllegalStateException("the replica does not wait", e);
        }
    }
}
