package com.rechain.dao.test.backing;

import com.rechain.dao.devstack.backing.Account;
import com.rechain.dao.devstack.backing.Database;
import com.rechain.dao.devstack.backing.Secrets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Makes a fresh MySQL follow another by global transaction ids; it goes on by itself after a
 * restart.
 */
final class MySqlReplication {
    private static final String ACCOUNT = "replicator";
    // MySQL allows no more for this one purpose; 24 random bytes are plenty.
    private static final int MAX_PASSWORD = 32;

    private final Account account;

    MySqlReplication(Secrets secrets) {
        this.account =
                new Account(ACCOUNT, secrets.value("db." + ACCOUNT).substring(0, MAX_PASSWORD));
    }

    void connect(Database primary, Database replica) {
        execute(
                primary,
                // What either did while it was made is its own affair.
                "RESET BINARY LOGS AND GTIDS",
                "CREATE USER '%s'@'%%' IDENTIFIED BY '%s'"
                        .formatted(account.name(), account.password()),
                "GRANT REPLICATION SLAVE ON *.* TO '%s'@'%%'".formatted(account.name()));
        execute(
                replica,
                "RESET BINARY LOGS AND GTIDS",
                """
                CHANGE REPLICATION SOURCE TO SOURCE_HOST='%s', SOURCE_PORT=3306, SOURCE_USER='%s', SOURCE_PASSWORD='%s',
                SOURCE_AUTO_POSITION=1, GET_SOURCE_PUBLIC_KEY=1, SOURCE_CONNECT_RETRY=1, SOURCE_RETRY_COUNT=86400,
                SOURCE_HEARTBEAT_PERIOD=1
                """
                        .formatted(Containers.PRIMARY_ALIAS, account.name(), account.password()),
                "START REPLICA",
                "SET PERSIST super_read_only = ON");
    }

    private static void execute(Database database, String... statements) {
        try (Connection connection = database.connect();
                Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "replication could not be set up at " + database.server().name(), e);
        }
    }
}
