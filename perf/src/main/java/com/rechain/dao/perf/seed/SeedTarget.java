package com.rechain.dao.perf.seed;

import com.rechain.dao.devstack.backing.Account;
import com.rechain.dao.devstack.backing.BackingPorts;
import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.devstack.backing.Binaries;
import com.rechain.dao.devstack.backing.Database;
import com.rechain.dao.devstack.backing.EmbeddedBacking;
import com.rechain.dao.devstack.backing.Schema;
import com.rechain.dao.devstack.backing.Schema.Role;
import com.rechain.dao.devstack.client.ApiClient;
import com.rechain.dao.devstack.fleet.PortPlan;
import com.rechain.dao.devstack.fleet.ServiceName;
import com.rechain.dao.devstack.process.Ports;
import com.rechain.dao.perf.cli.UsageException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A running platform: its databases, and the gateway in front of it. */
public record SeedTarget(BackingServices backing, URI gateway) {
    // Long statements are what this is about; a server that is gone is noticed all the same.
    private static final String OPTIONS =
            "&connectTimeout=2000&socketTimeout=900000&connectionTimeZone=UTC&useCursorFetch=false&tcpKeepAlive=true";

    /** The platform that {@code ./dao up} has started in the repository at {@code root}. */
    public static SeedTarget running(Path root) {
        int gateway = PortPlan.FIXED.of(ServiceName.GATEWAY, 0).http();
        requireAnswer(BackingPorts.FIXED.primary(), "database");
        requireAnswer(gateway, "gateway");
        Path state = root.resolve(".dao");
        Binaries binaries = new Binaries(state.resolve("bin"));
        return new SeedTarget(
                new EmbeddedBacking(state, BackingPorts.FIXED, binaries),
                URI.create("http://localhost:" + gateway));
    }

    private static void requireAnswer(int port, String what) {
        if (!Ports.answers(port)) {
            throw new UsageException(
                    "No %s answers on port %d; ./dao up starts the platform."
                            .formatted(what, port));
        }
    }

    /** A connection to the primary as the service that owns the schema. */
    public Connection primary(Schema schema) throws SQLException {
        return connect(backing.primary(), schema, Role.APP);
    }

    /** A connection to the replica. */
    public Connection replica(Schema schema) throws SQLException {
        return connect(backing.replica(), schema, Role.READ);
    }

    ApiClient anyone() {
        return ApiClient.of(gateway);
    }

    private Connection connect(Database database, Schema schema, Role role) throws SQLException {
        Account account = schema.account(role, backing.secrets());
        return DriverManager.getConnection(
                database.jdbcUrl(schema) + OPTIONS, account.name(), account.password());
    }
}
