package com.rechain.dao.devstack.backing;

import com.rechain.dao.devstack.process.LaunchException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Makes a MariaDB follow another by global transaction ids. The position lives with the replica's
 * data, so doing it again, or restarting after a crash, goes on where it stood.
 */
final class MariaDbReplication {
    private static final String ACCOUNT = "replicator";

    private final Account account;

    MariaDbReplication(Secrets secrets) {
        this.account = new Account(ACCOUNT, secrets.value("db." + ACCOUNT));
    }

    void allowAt(Database primary) {
        execute(
                primary,
                "CREATE USER IF NOT EXISTS '%s'@'%%' IDENTIFIED BY '%s'"
                        .formatted(account.name(), account.password()),
                "GRANT REPLICATION SLAVE ON *.* TO '%s'@'%%'".formatted(account.name()));
    }

    void follow(Database primary, Database replica) {
        execute(
                replica,
                "STOP SLAVE",
                """
                CHANGE MASTER TO MASTER_HOST='127.0.0.1', MASTER_PORT=%d, MASTER_USER='%s', MASTER_PASSWORD='%s',
                MASTER_USE_GTID=slave_pos, MASTER_SSL=0, MASTER_SSL_VERIFY_SERVER_CERT=0, MASTER_CONNECT_RETRY=1, MASTER_HEARTBEAT_PERIOD=1
                """
                        .formatted(primary.server().port(), account.name(), account.password()),
                "START SLAVE");
    }

    private static void execute(Database database, String... statements) {
        try (Connection connection = database.connect();
                Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        } catch (SQLException e) {
            throw new LaunchException(
                    "Replication could not be set up at %s: %s"
                            .formatted(database.server().name(), e.getMessage()),
                    e);
        }
    }
}
