package com.rechain.dao.devstack.backing;

import com.rechain.dao.devstack.process.Progress;
import com.rechain.dao.devstack.process.Together;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The backing servers as child processes in one folder. Made again for the same folder and ports it
 * controls the same servers.
 */
public final class EmbeddedBacking implements BackingServices {
    private static final Duration READY_LIMIT = Duration.ofSeconds(60);

    private final Secrets secrets;
    private final MariaDb primary;
    private final MariaDb replica;
    private final ProcessServer redis;
    private final KafkaBroker kafka;
    private final MariaDbReplication replication;
    private final SchemaProvisioner schemas;

    public EmbeddedBacking(Path state, BackingPorts ports, Binaries binaries) {
        this.secrets = Secrets.in(state);
        Path mariaDb = binaries.mariaDb();
        this.primary = new MariaDb("primary", state, mariaDb, ports.primary(), secrets);
        this.replica = new MariaDb("replica", state, mariaDb, ports.replica(), secrets);
        this.redis = Redis.server(state, binaries.redis(), ports.redis());
        this.kafka = new KafkaBroker(state, ports.kafka(), ports.kafkaController());
        this.replication = new MariaDbReplication(secrets);
        this.schemas = new SchemaProvisioner(secrets);
    }

    @Override
    public void start(Progress progress) {
        Together.run(
                () -> startBesidesDatabases(progress),
                () -> progress.timed("database", this::startDatabases));
    }

    /** Starts cache and broker alone, for whoever has a database of their own. */
    public void startBesidesDatabases(Progress progress) {
        Together.run(
                () -> progress.timed("kafka", this::startKafka),
                () -> progress.timed("redis", () -> startAndAwait(redis)));
    }

    @Override
    public void close() {
        Together.run(
                redis::stop,
                kafka.server()::stop,
                replica().server()::stop,
                primary().server()::stop);
    }

    @Override
    public Database primary() {
        return primary.database();
    }

    @Override
    public Database replica() {
        return replica.database();
    }

    @Override
    public BackingServer redis() {
        return redis;
    }

    @Override
    public BackingServer kafka() {
        return kafka.server();
    }

    @Override
    public Secrets secrets() {
        return secrets;
    }

    private void startKafka() {
        kafka.prepare();
        startAndAwait(kafka.server());
    }

    private void startDatabases() {
        Together.run(() -> startDatabase(primary), () -> startDatabase(replica));
        replication.allowAt(primary());
        replication.follow(primary(), replica());
        schemas.provision(primary());
        schemas.awaitAt(replica());
    }

    private static void startDatabase(MariaDb mariaDb) {
        mariaDb.prepare();
        startAndAwait(mariaDb.database().server());
    }

    private static void startAndAwait(BackingServer server) {
        server.start();
        server.awaitReady(READY_LIMIT);
    }
}
