package com.rechain.dao.test.backing;

import com.rechain.dao.devstack.backing.Account;
import com.rechain.dao.devstack.backing.BackingServer;
import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.devstack.backing.Database;
import com.rechain.dao.devstack.backing.Redis;
import com.rechain.dao.devstack.backing.SchemaProvisioner;
import com.rechain.dao.devstack.backing.Secrets;
import com.rechain.dao.devstack.process.Progress;
import com.rechain.dao.devstack.process.Together;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** The backing services in containers: MySQL with a replica, Redis and Kafka. */
final class ContainerBacking implements BackingServices {
    private static final Duration READY_LIMIT = Duration.ofSeconds(120);

    private final Secrets secrets;
    private final Database primary;
    private final Database replica;
    private final ContainerServer redis;
    private final ContainerServer kafka;

    /**
     * @param folder for the passwords
     */
    ContainerBacking(Path folder, ContainerSpots spots) {
        this.secrets = Secrets.in(folder);
        Account root = new Account("root", rootPassword(folder));
        this.primary =
                new Database(
                        new ContainerServer(
                                "mysql-primary", spots.primary(), () -> primary().answers()),
                        root);
        this.replica =
                new Database(
                        new ContainerServer(
                                "mysql-replica", spots.replica(), () -> replica().answers()),
                        root);
        this.redis =
                new ContainerServer(
                        "redis", spots.redis(), () -> Redis.answers(spots.redis().port()));
        this.kafka =
                new ContainerServer(
                        "kafka", spots.kafka(), () -> KafkaAnswer.from(spots.kafka().port()));
    }

    static String rootPassword(Path folder) {
        return Secrets.in(folder).value("db.root");
    }

    @Override
    public void start(Progress progress) {
        SchemaProvisioner schemas = new SchemaProvisioner(secrets);
        Together.run(
                Stream.of(primary.server(), replica.server(), redis, kafka)
                        .map(server ->
                                (Runnable)
                                        () ->
                                                progress.timed(
                                                        server.name(),
                                                        () -> server.awaitReady(READY_LIMIT)))
                        .toList());
        new MySqlReplication(secrets).connect(primary, replica);
        schemas.provision(primary);
        schemas.awaitAt(replica);
    }

    @Override
    public void close() {
        Together.run(redis::stop, kafka::stop, replica.server()::stop, primary.server()::stop);
    }

    @Override
    public Database primary() {
        return primary;
    }

    @Override
    public Database replica() {
        return replica;
    }

    @Override
    public BackingServer redis() {
        return redis;
    }

    @Override
    public BackingServer kafka() {
        return kafka;
    }

    @Override
    public Secrets secrets() {
        return secrets;
    }
}
