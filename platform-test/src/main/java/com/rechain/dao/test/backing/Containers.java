package com.rechain.dao.test.backing;

import com.rechain.dao.devstack.process.Ports;
import com.rechain.dao.devstack.process.Together;
import java.util.List;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.DockerImageName;

/** Creates the containers that integration tests run on, the images that production runs on. */
final class Containers {
    static final String PRIMARY_ALIAS = "primary";
    private static final DockerImageName MYSQL = DockerImageName.parse("mysql:9.7");
    private static final DockerImageName REDIS = DockerImageName.parse("redis:8.0");
    private static final DockerImageName KAFKA = DockerImageName.parse("apache/kafka:4.1.1");
    private static final int MYSQL_PORT = 3306;
    private static final int REDIS_PORT = 6379;
    private static final int KAFKA_PORT = 9092;

    private Containers() {}

    /** Starts all of them at the same time; they may take a while to answer. */
    static ContainerSpots start(String rootPassword) {
        int[] ports = Ports.free(4);
        Network network = Network.newNetwork();
        GenericContainer<?> primary =
                mysql(1, ports[0], rootPassword, network).withNetworkAliases(PRIMARY_ALIAS);
        GenericContainer<?> replica = mysql(2, ports[1], rootPassword, network);
        GenericContainer<?> redis =
                at(ports[2], REDIS_PORT, new GenericContainer<>(REDIS))
                        .withCommand("redis-server", "--save", "", "--appendonly", "no");
        GenericContainer<?> kafka = kafka(ports[3]);
        Together.run(primary::start, replica::start, redis::start, kafka::start);
        return new ContainerSpots(
                spot(primary, ports[0]),
                spot(replica, ports[1]),
                spot(redis, ports[2]),
                spot(kafka, ports[3]));
    }

    private static GenericContainer<?> mysql(
            int serverId, int port, String rootPassword, Network network) {
        return at(port, MYSQL_PORT, new GenericContainer<>(MYSQL))
                .withNetwork(network)
                .withEnv("MYSQL_ROOT_PASSWORD", rootPassword)
                .withCommand(
                        "mysqld",
                        "--server-id=" + serverId,
                        "--log-bin=binlog",
                        "--gtid-mode=ON",
                        "--enforce-gtid-consistency=ON",
                        "--transaction-isolation=READ-COMMITTED",
                        "--character-set-server=utf8mb4",
                        "--default-time-zone=+00:00",
                        "--log-bin-trust-function-creators=ON",
                        "--innodb-buffer-pool-size=128M",
                        "--performance-schema=OFF",
                        "--skip-name-resolve");
    }

    private static GenericContainer<?> kafka(int port) {
        return at(port, KAFKA_PORT, new GenericContainer<>(KAFKA))
                .withEnv("KAFKA_NODE_ID", "1")
                .withEnv("KAFKA_PROCESS_ROLES", "broker,controller")
                .withEnv("KAFKA_LISTENERS", "PLAINTEXT://:9092,CONTROLLER://:9093")
                .withEnv("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://127.0.0.1:" + port)
                .withEnv("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER")
                .withEnv("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093")
                .withEnv(
                        "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
                        "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT")
                .withEnv("KAFKA_NUM_PARTITIONS", "6")
                .withEnv("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1")
                .withEnv("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "3")
                .withEnv("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1")
                .withEnv("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
                .withEnv("KAFKA_BROKER_SESSION_TIMEOUT_MS", "3000")
                .withEnv("KAFKA_BROKER_HEARTBEAT_INTERVAL_MS", "500");
    }

    /**
     * With a port that stays the same through restarts, and no waiting: each server has its own
     * probe.
     */
    private static GenericContainer<?> at(int hostPort, int port, GenericContainer<?> container) {
        container.setPortBindings(List.of("127.0.0.1:%d:%d".formatted(hostPort, port)));
        container.setWaitStrategy(new NoWait());
        return container;
    }

    private static ContainerSpot spot(GenericContainer<?> container, int port) {
        return new ContainerSpot(container.getContainerId(), port);
    }

    private static final class NoWait extends AbstractWaitStrategy {
        @Override
        protected void waitUntilReady() {}
    }
}
