package com.rechain.dao.test.backing;

import com.rechain.dao.devstack.backing.Account;
import com.rechain.dao.devstack.backing.BackingServer;
import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.devstack.backing.Database;
import com.rechain.dao.devstack.backing.EmbeddedBacking;
import com.rechain.dao.devstack.backing.ProcessServer;
import com.rechain.dao.devstack.backing.Schema;
import com.rechain.dao.devstack.backing.Secrets;
import com.rechain.dao.devstack.process.Await;
import com.rechain.dao.devstack.process.ProcessSpec;
import com.rechain.dao.devstack.process.Progress;
import com.rechain.dao.devstack.process.Together;
import com.rechain.dao.test.statement.StatementLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * The voting schema on a vtgate that is there already; cache and broker are embedded ones. The
 * service reaches vtgate through {@link Door}s, which can be killed and paused.
 */
final class VitessBacking implements BackingServices {
    private static final Duration READY_LIMIT = Duration.ofSeconds(20);
    private static final String INTERCEPTORS =
            "quarkus.datasource.%sjdbc.additional-jdbc-properties.queryInterceptors";

    // A transaction that leaves its shard is refused, whatever it is part of. Not so in migrations,
    // which run on a connection of their own: Flyway asks any shard for the server's variables.
    private static final String SINGLE =
            "SET SESSION innodb_lock_wait_timeout = 2, transaction_mode = 'single'";
    private static final String HOOKS =
            "com.rechain.dao.platform.measure.QueryTimes," + StatementLog.class.getName();

    private final VitessAddress vtgate;
    private final EmbeddedBacking others;
    private final Database primary;
    private final Database replica;

    VitessBacking(VitessAddress vtgate, EmbeddedBacking others, Path state, Doors doors) {
        this.vtgate = vtgate;
        this.others = others;
        Account account = new Account(vtgate.user(), vtgate.password());
        this.primary =
                new Database(
                        door("vtgate-primary", state, doors.primary(), () -> primary().answers()),
                        account);
        this.replica =
                new Database(
                        door("vtgate-replica", state, doors.replica(), () -> replica().answers()),
                        account);
    }

    /** The ports of the two doors. */
    record Doors(int primary, int replica) {}

    private ProcessServer door(String name, Path state, int port, BooleanSupplier answers) {
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        Door.class.getName(),
                        Integer.toString(port),
                        vtgate.host(),
                        Integer.toString(vtgate.port()));
        ProcessSpec spec = new ProcessSpec(name, command, Map.of(), state.resolve(name), state);
        return new ProcessServer(spec, port, answers);
    }

    private static String classPath() {
        return Path.of(Door.class.getProtectionDomain().getCodeSource().getLocation().getPath())
                .toString();
    }

    @Override
    public void start(Progress progress) {
        Together.run(
                () -> others.startBesidesDatabases(progress),
                () -> open(primary),
                () -> open(replica));
    }

    private void open(Database database) {
        database.server().start();
        if (!Await.until(READY_LIMIT, database::answers)) {
            throw new IllegalStateException(
                    "No vtgate answers at %s:%d; %s names another one."
                            .formatted(vtgate.host(), vtgate.port(), VitessAddress.VARIABLE));
        }
    }

    /** What a service needs to know to work on shards. */
    Map<String, String> configuration(Schema schema) {
        if (schema != Schema.VOTING) {
            throw new IllegalStateException("Only the voting schema is sharded, not " + schema);
        }
        return Map.ofEntries(
                Map.entry("DAO_DB_PRIMARY_URL", url(primary, vtgate.keyspace())),
                Map.entry("DAO_DB_USERNAME", vtgate.user()),
                Map.entry("DAO_DB_PASSWORD", vtgate.password()),
                Map.entry("DAO_DB_REPLICA_URL", url(replica, vtgate.keyspace() + "@replica")),
                Map.entry("DAO_DB_REPLICA_USERNAME", vtgate.user()),
                Map.entry("DAO_DB_REPLICA_PASSWORD", vtgate.password()),
                Map.entry("DAO_DB_OWNER_USERNAME", vtgate.user()),
                // Without one the migrations would run on the service's own connections.
                Map.entry(
                        "DAO_DB_OWNER_PASSWORD",
                        vtgate.password().isEmpty() ? "none" : vtgate.password()),
                Map.entry("DAO_DB_MIGRATE_AT_START", "true"),
                Map.entry("dao.outbox.relays", "2"),
                Map.entry("quarkus.datasource.jdbc.new-connection-sql", SINGLE),
                Map.entry(INTERCEPTORS.formatted(""), HOOKS),
                Map.entry(INTERCEPTORS.formatted("replica."), HOOKS));
    }

    private static String url(Database door, String keyspace) {
        return door.jdbcUrl(Schema.VOTING).replace("/voting?", "/" + keyspace + "?");
    }

    @Override
    public void close() {
        Together.run(others::close, primary.server()::stop, replica.server()::stop);
    }

    @Override
    public Database primary() {
        return primary;
    }

    /** The replicas of all shards, which the same vtgate leads to. */
    @Override
    public Database replica() {
        return replica;
    }

    @Override
    public BackingServer redis() {
        return others.redis();
    }

    @Override
    public BackingServer kafka() {
        return others.kafka();
    }

    @Override
    public Secrets secrets() {
        return others.secrets();
    }
}
