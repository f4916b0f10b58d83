package com.rechain.dao.perf.platform;

import com.rechain.dao.devstack.backing.Account;
import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.devstack.backing.Database;
import com.rechain.dao.devstack.backing.Schema;
import com.rechain.dao.devstack.backing.Schema.Role;
import com.rechain.dao.devstack.client.ApiClient;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * What a platform stores, opened as its services open it: each schema by the account of the service
 * that owns it; and the gateway in front.
 */
public record Stores(BackingServices backing, URI gateway) {
    // Long statements are what this is about; a server that is gone is noticed all the same.
    private static final String OPTIONS =
            "&connectTimeout=2000&socketTimeout=900000&connectionTimeZone=UTC&useCursorFetch=false&tcpKeepAlive=true";

    /**
     * Of the platform that {@code ./dao up} has started in the repository at {@code root}.
     *
     * @throws com.rechain.dao.perf.cli.UsageException when it does not answer
     */
    public static Stores running(Path root) {
        RunningPlatform running = RunningPlatform.in(root);
        return new Stores(running.backing(), running.gateway());
    }

    /** A connection to the primary as the service that owns the schema. */
    public Connection primary(Schema schema) throws SQLException {
        return connect(backing.primary(), schema, Role.APP);
    }

    /** A connection to the replica. */
    public Connection replica(Schema schema) throws SQLException {
        return connect(backing.replica(), schema, Role.READ);
    }

    public ApiClient anyone() {
        return ApiClient.of(gateway);
    }

    private Connection connect(Database database, Schema schema, Role role) throws SQLException {
        Account account = schema.account(role, backing.secrets());
        return DriverManager.getConnection(
                database.jdbcUrl(schema) + OPTIONS, account.name(), account.password());
    }
}
