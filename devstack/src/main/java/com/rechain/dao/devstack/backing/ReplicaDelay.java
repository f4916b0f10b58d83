package com.rechain.dao.devstack.backing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Keeps a MariaDB replica behind its primary on purpose. */
public final class ReplicaDelay {
    private ReplicaDelay() {}

    /** From now on the replica applies what is {@code seconds} old; 0 ends it. */
    public static void set(Database replica, int seconds) throws SQLException {
        try (Connection connection = replica.connect();
                Statement sql = connection.createStatement()) {
            sql.execute("STOP SLAVE");
            try {
                sql.execute("CHANGE MASTER TO MASTER_DELAY = " + seconds);
            } finally {
                sql.execute("START SLAVE");
            }
        }
    }
}
