package com.rechain.dao.perf.observe;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.perf.platform.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Reads all sources of a platform once a second from its start until it is closed, and a last time
 * then, into {@link Timeline#FILE}.
 */
public final class Observer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Source> sources = new CopyOnWriteArrayList<>();
    private final List<Connection> connections = new ArrayList<>();
    private final Writer file;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("observer").daemon().factory());

    Observer(Writer file) {
        this.file = file;
    }

    /** Watches the platform, and this process, from now on and writes into {@code folder}. */
    public static Observer start(Platform platform, Path folder) throws IOException, SQLException {
        Files.createDirectories(folder);
        Observer observer = new Observer(Files.newBufferedWriter(folder.resolve(Timeline.FILE)));
        observer.look(platform);
        observer.watch("lab", ProcessHandle.current().pid());
        observer.observe();
        ScheduledFuture<?> _ =
                observer.clock.scheduleAtFixedRate(observer::observe, 1, 1, TimeUnit.SECONDS);
        return observer;
    }

    /** From now on this process too. */
    public void watch(String name, long pid) {
        watch(new ProcessSource(name, pid));
    }

    /** Stops after one last look. */
    @Override
    public void close() throws IOException, SQLException {
        clock.close();
        observe();
        file.close();
        for (Connection connection : connections) {
            connection.close();
        }
    }

    void watch(Source source) {
        sources.add(source);
    }

    private void look(Platform platform) throws SQLException {
        Connection primary = open(platform.primary());
        watch(new DatabaseSource("database", primary));
        watch(new OutboxSource("outbox", primary));
        watch(TableSource.of("primary", primary));
        Optional<Connection> replica = platform.replica();
        if (replica.isPresent()) {
            watch(new DatabaseSource("replica", open(replica.get())));
            watch(TableSource.of("replica", replica.get()));
        }
        watch(new RedisSource("redis", platform.redis()));
        watch(new MachineSource("machine"));
        platform.management().forEach((name, address) -> watch(new ServiceSource(name, address)));
        platform.processes().forEach(this::watch);
    }

    private Connection open(Connection connection) {
        connections.add(connection);
        return connection;
    }

    synchronized void observe() {
        ObjectNode second = JsonNodeFactory.instance.objectNode();
        second.put("at", System.currentTimeMillis());
        for (Source source : sources) {
            try {
                put(second, source, source.read());
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException | SQLException | RuntimeException e) {
                // One that does not answer must not hide the others.
                second.withArray("/unseen").add(source.name() + ": " + e.getMessage());
            }
        }
        write(second);
    }

    private void write(ObjectNode second) {
        try {
            file.write(JSON.writeValueAsString(second) + "\n");
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(ObjectNode second, Source source, Map<String, Double> figures) {
        if (figures.isEmpty()) {
            return;
        }
        ObjectNode section =
                source.section().isEmpty() ? second : second.withObject("/" + source.section());
        ObjectNode node = section.putObject(source.name());
        figures.forEach((name, value) -> {
            if (value == Math.rint(value) && Math.abs(value) < Long.MAX_VALUE) {
                node.put(name, value.longValue());
            } else if (Double.isFinite(value)) {
                node.put(name, value);
            }
        });
    }
}
