package com.rechain.dao.devstack.backing;

import com.rechain.dao.devstack.process.Await;
import com.rechain.dao.devstack.process.LaunchException;
import com.rechain.dao.devstack.process.Ports;
import com.rechain.dao.devstack.process.Together;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A Redis with a replica, and three sentinels that promote it when the primary is gone for a
 * second.
 */
public final class RedisSentinels implements AutoCloseable {
    /** What the sentinels call the primary. */
    public static final String MASTER_NAME = "dao";

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int SENTINELS = 3;

    private final ProcessServer primary;
    private final ProcessServer replica;
    private final List<ProcessServer> sentinels;

    /**
     * @param ports of the primary, the replica and the sentinels; made again for the same folder
     *     and ports it controls the same servers
     */
    public RedisSentinels(Path state, Binaries binaries, List<Integer> ports) {
        Path program = binaries.redis();
        primary = Redis.server("redis-1", state, program, ports.get(0), List.of());
        replica =
                Redis.server(
                        "redis-2",
                        state,
                        program,
                        ports.get(1),
                        List.of("--replicaof", "127.0.0.1", ports.get(0).toString()));
        sentinels =
                IntStream.range(0, SENTINELS)
                        .mapToObj(i ->
                                sentinel(i + 1, state, program, ports.get(2 + i), ports.get(0)))
                        .toList();
    }

    /** As many ports as it needs, free at the time of asking. */
    public static List<Integer> freePorts() {
        return Arrays.stream(Ports.free(2 + SENTINELS)).boxed().toList();
    }

    /** Starts all and returns when every sentinel knows the replica and the others. */
    public void start() {
        all().forEach(ProcessServer::start);
        all().forEach(server -> server.awaitReady(LIMIT));
        if (!Await.until(LIMIT, () -> sentinels.stream().allMatch(RedisSentinels::knowsAll))) {
            throw new LaunchException("The sentinels do not find each other.");
        }
    }

    /** The sentinels as a client is configured with them. */
    public String hosts() {
        return sentinels.stream()
                .map(sentinel -> "redis://" + sentinel.address())
                .collect(Collectors.joining(","));
    }

    public BackingServer primary() {
        return primary;
    }

    public BackingServer replica() {
        return replica;
    }

    /** The port of what the sentinels take for the primary at present. */
    public int masterPort() {
        List<String> address =
                RedisTalk.ask(
                        sentinels.getFirst().port(),
                        "SENTINEL",
                        "get-master-addr-by-name",
                        MASTER_NAME);
        return Integer.parseInt(address.get(1));
    }

    @Override
    public void close() {
        Together.run(all().<Runnable>map(server -> server::kill).toList());
    }

    private Stream<ProcessServer> all() {
        return Stream.concat(Stream.of(primary, replica), sentinels.stream());
    }

    private static ProcessServer sentinel(
            int number, Path state, Path program, int port, int primary) {
        String name = "redis-sentinel-" + number;
        Path file = state.resolve(name).resolve("sentinel.conf");
        String settings =
                """
                port %1$d
                bind 127.0.0.1
                sentinel monitor %3$s 127.0.0.1 %2$d 2
                sentinel down-after-milliseconds %3$s 1000
                sentinel failover-timeout %3$s 3000
                """
                        .formatted(port, primary, MASTER_NAME);
        try {
            // A sentinel keeps what it learns in the file.
            if (Files.notExists(file)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, settings);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Redis.process(
                name, state, port, List.of(program.toString(), file.toString(), "--sentinel"));
    }

    private static boolean knowsAll(ProcessServer sentinel) {
        List<String> fields = RedisTalk.ask(sentinel.port(), "SENTINEL", "MASTER", MASTER_NAME);
        return field(fields, "num-slaves").equals("1")
                && field(fields, "num-other-sentinels").equals("2");
    }

    private static String field(List<String> fields, String name) {
        return fields.get(fields.indexOf(name) + 1);
    }
}
