package com.rechain.dao.perf.observe;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.devstack.backing.BackingServer;
import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.devstack.backing.ProcessServer;
import com.rechain.dao.devstack.fleet.ServiceInstance;
import com.rechain.dao.perf.platform.OwnPlatform;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Reads all sources of a platform once a second from its start until it is closed, and a last time
 * then, into {@link Timeline#FILE}.
 */
public final class Observer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Source> sources = new ArrayList<>();
    private final List<Connection> connections = new ArrayList<>();
    private final BufferedWriter file;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("observer").daemon().factory());

    private Observer(OwnPlatform platform, BufferedWriter file) throws SQLException {
        this.file = file;
        BackingServices backing = platform.backing();
        Connection primary = open(backing.primary().connect());
        Connection replica = open(backing.replica().connect());
        sources.add(new DatabaseSource("database", primary));
        sources.add(new DatabaseSource("replica", replica));
        sources.add(TableSource.of("primary", primary));
        sources.add(TableSource.of("replica", replica));
        sources.add(new RedisSource("redis", backing.redis().port()));
        sources.add(new MachineSource("machine"));
        platform.instances().forEach(instance -> sources.add(new ServiceSource(instance)));
        Stream<BackingServer> backings =
                Stream.of(
                        backing.primary().server(),
                        backing.replica().server(),
                        backing.redis(),
                        backing.kafka());
        Stream.concat(platform.instances().stream().map(ServiceInstance::server), backings)
                .filter(ProcessServer.class::isInstance)
                .map(ProcessServer.class::cast)
                .forEach(server ->
                        sources.add(new ProcessSource(server.name(), server.process().pid())));
    }

    /** Watches the platform from now on and writes into {@code folder}. */
    public static Observer start(OwnPlatform platform, Path folder)
            throws IOException, SQLException {
        Files.createDirectories(folder);
        Observer observer =
                new Observer(platform, Files.newBufferedWriter(folder.resolve(Timeline.FILE)));
        observer.observe();
        ScheduledFuture<?> _ =
                observer.clock.scheduleAtFixedRate(observer::observe, 1, 1, TimeUnit.SECONDS);
        return observer;
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

    private Connection open(Connection connection) {
        connections.add(connection);
        return connection;
    }

    private synchronized void observe() {
        ObjectNode second = JsonNodeFactory.instance.objectNode();
        second.put("at", System.currentTimeMillis());
        for (Source source : sources) {
            try {
                put(second, source, source.read());
            } catch (IOException | SQLException | RuntimeException _) {
                // A source that does not answer is missing from this second: that is the figure.
            }
        }
        try {
            file.write(JSON.writeValueAsString(second));
            file.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(ObjectNode second, Source source, Map<String, Double> figures) {
        ObjectNode section =
                source.section().isEmpty() ? second : second.withObject("/" + source.section());
        ObjectNode node = section.putObject(source.name());
        figures.forEach((name, value) -> {
            if (Double.isFinite(value)) {
                node.put(name, value);
            }
        });
    }
}
