package com.rechain.dao.devstack.backing;

import com.rechain.dao.devstack.process.Await;
import com.rechain.dao.devstack.process.LaunchException;
import com.rechain.dao.devstack.process.Ports;
import com.rechain.dao.devstack.process.Together;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A Redis Cluster of three masters, each with a third of the slots. */
public final class RedisCluster implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int MASTERS = 3;
    private static final int SLOTS = 16_384;
    // A node talks to the others on a port that is so much higher.
    private static final int BUS = 10_000;

    private final List<ProcessServer> nodes;

    /**
     * @param ports of the nodes; made again for the same folder and ports it controls the same
     *     servers
     */
    public RedisCluster(Path state, Binaries binaries, List<Integer> ports) {
        Path program = binaries.redis();
        nodes =
                IntStream.range(0, MASTERS)
                        .mapToObj(i ->
                                Redis.server(
                                        "redis-node-" + (i + 1),
                                        state,
                                        program,
                                        ports.get(i),
                                        List.of(
                                                "--cluster-enabled",
                                                "yes",
                                                "--cluster-node-timeout",
                                                "2000",
                                                "--cluster-require-full-coverage",
                                                "no")))
                        .toList();
    }

    /** Starts all, deals the slots out, and returns when every node knows all of them. */
    public void start() {
        nodes.forEach(ProcessServer::start);
        nodes.forEach(node -> node.awaitReady(LIMIT));
        for (int i = 0; i < MASTERS; i++) {
            List<String> command = new ArrayList<>(List.of("CLUSTER", "ADDSLOTS"));
            for (int slot = i * SLOTS / MASTERS; slot < (i + 1) * SLOTS / MASTERS; slot++) {
                command.add(Integer.toString(slot));
            }
            RedisTalk.ask(port(i), command);
            RedisTalk.ask(port(0), "CLUSTER", "MEET", "127.0.0.1", Integer.toString(port(i)));
        }
        if (!Await.until(LIMIT, () -> nodes.stream().allMatch(RedisCluster::knowsAllSlots))) {
            throw new LaunchException("The nodes of the Redis Cluster do not find each other.");
        }
    }

    /** The nodes as a client is configured with them. */
    public String hosts() {
        return nodes.stream()
                .map(node -> "redis://" + node.address())
                .collect(Collectors.joining(","));
    }

    public BackingServer node(int index) {
        return nodes.get(index);
    }

    /** Which node holds the slot of {@code key}. */
    public int ownerOf(String key) {
        int slot = Integer.parseInt(slotOf(key));
        List<String> lines = RedisTalk.ask(port(0), "CLUSTER", "NODES").getFirst().lines().toList();
        return IntStream.range(0, MASTERS)
                .filter(node -> lines.stream().anyMatch(line -> owns(line, port(node), slot)))
                .findFirst()
                .orElseThrow();
    }

    /** Moves the slot of {@code key} with all that is in it, as a rebalancing does. */
    public void move(String key, int from, int to) {
        String slot = slotOf(key);
        RedisTalk.ask(port(to), "CLUSTER", "SETSLOT", slot, "IMPORTING", id(from));
        RedisTalk.ask(port(from), "CLUSTER", "SETSLOT", slot, "MIGRATING", id(to));
        for (String held : RedisTalk.ask(port(from), "CLUSTER", "GETKEYSINSLOT", slot, "1000")) {
            RedisTalk.ask(
                    port(from),
                    "MIGRATE",
                    "127.0.0.1",
                    Integer.toString(port(to)),
                    held,
                    "0",
                    "5000");
        }
        for (int i = 0; i < MASTERS; i++) {
            RedisTalk.ask(port(i), "CLUSTER", "SETSLOT", slot, "NODE", id(to));
        }
    }

    @Override
    public void close() {
        Together.run(nodes.stream().<Runnable>map(node -> node::kill).toList());
    }

    /** A line names a node, its address, six other things, and the slots that it has. */
    private static boolean owns(String line, int port, int slot) {
        List<String> words = List.of(line.split(" "));
        return words.get(1).startsWith("127.0.0.1:" + port + "@")
                && words.stream()
                        .skip(8)
                        .filter(range -> !range.startsWith("["))
                        .map(range -> range.split("-"))
                        .anyMatch(range ->
                                Integer.parseInt(range[0]) <= slot
                                        && slot <= Integer.parseInt(range[range.length - 1]));
    }

    private String slotOf(String key) {
        return RedisTalk.ask(port(0), "CLUSTER", "KEYSLOT", key).getFirst();
    }

    private String id(int node) {
        return RedisTalk.ask(port(node), "CLUSTER", "MYID").getFirst();
    }

    private int port(int node) {
        return nodes.get(node).port();
    }

    private static boolean knowsAllSlots(ProcessServer node) {
        String info = RedisTalk.ask(node.port(), "CLUSTER", "INFO").getFirst();
        return info.contains("cluster_slots_ok:" + SLOTS)
                && info.contains("cluster_known_nodes:" + MASTERS)
                && info.contains("cluster_state:ok");
    }

    /** Free ports for the nodes whose other ports exist too. */
    public static List<Integer> freePorts() {
        List<Integer> ports = new ArrayList<>();
        while (ports.size() < MASTERS) {
            for (int port : Ports.free(MASTERS)) {
                if (ports.size() < MASTERS && !Ports.taken(port + BUS)) {
                    ports.add(port);
                }
            }
        }
        return ports;
    }
}
