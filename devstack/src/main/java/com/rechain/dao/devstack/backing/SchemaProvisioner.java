package com.rechain.dao.devstack.backing;

import com.rechain.dao.devstack.process.Await;
import com.rechain.dao.devstack.process.LaunchException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;

/**
 * Gives every service its schema and accounts, on MariaDB and MySQL alike. Done again it changes
 * nothing; the replica gets it all by replication.
 */
public final class SchemaProvisioner {
    private static final Duration REPLICATION_LIMIT = Duration.ofSeconds(30);

    private final Secrets secrets;

    public SchemaProvisioner(Secrets secrets) {
        this.secrets = secrets;
    }

    public void provision(Database primary) {
        try (Connection connection = primary.connect();
                Statement sql = connection.createStatement()) {
            for (Schema schema : Schema.values()) {
                create(schema, sql);
            }
        } catch (SQLException e) {
            throw new LaunchException("The schemas could not be created: " + e.getMessage(), e);
        }
    }

    /** Returns once the accounts have arrived at the replica. */
    public void awaitAt(Database replica) {
        if (!Await.until(
                REPLICATION_LIMIT,
                () -> Arrays.stream(Schema.values()).allMatch(s -> arrived(s, replica)))) {
            throw new LaunchException(
                    "%s does not follow its primary: %s"
                            .formatted(replica.server().name(), replicationError(replica)));
        }
    }

    private static String replicationError(Database replica) {
        try (Connection connection = replica.connect();
                Statement sql = connection.createStatement();
                ResultSet status = sql.executeQuery("SHOW REPLICA STATUS")) {
            if (!status.next()) {
                return "it was never told to.";
            }
            String error = status.getString("Last_IO_Error") + status.getString("Last_SQL_Error");
            return error.isBlank() ? "it is still catching up." : error;
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private boolean arrived(Schema schema, Database replica) {
        return replica.accepts(schema.account(Schema.Role.READ, secrets), schema.schemaName());
    }

    private void create(Schema schema, Statement sql) throws SQLException {
        sql.execute(
                "CREATE DATABASE IF NOT EXISTS %s CHARACTER SET utf8mb4"
                        .formatted(schema.schemaName()));
        for (Schema.Role role : Schema.Role.values()) {
            Account account = schema.account(role, secrets);
            // Base64 holds no quote, and DDL takes no parameters.
            sql.execute(
                    "CREATE USER IF NOT EXISTS '%s'@'%%' IDENTIFIED BY '%s'"
                            .formatted(account.name(), account.password()));
            sql.execute(
                    "GRANT %s ON %s.* TO '%s'@'%%'"
                            .formatted(role.privileges(), schema.schemaName(), account.name()));
        }
    }
}
