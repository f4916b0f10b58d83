package com.rechain.dao.perf.lab.watch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.perf.platform.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks at everything once a second and writes a line of {@code timeline.jsonl} each time. */
public final class Telemetry implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProcessProbe processes;
    private final DatabaseProbe database;
    private final List<Probe> probes;
    private final Writer timeline;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

    private Telemetry(Platform platform, Path file) throws IOException, SQLException {
        processes = new ProcessProbe(platform.processes());
        database = new DatabaseProbe(platform);
        probes =
                List.of(
                        new MachineProbe(),
                        processes,
                        new MetricsProbe(platform.management()),
                        database,
                        new RedisProbe(platform.redis()));
        timeline = Files.newBufferedWriter(file);
    }

    /** Begins to look; each second becomes a line of {@code file}. */
    public static Telemetry start(Platform platform, Path file) throws IOException, SQLException {
        Telemetry telemetry = new Telemetry(platform, file);
        telemetry.clock.scheduleAtFixedRate(telemetry::look, 0, 1, TimeUnit.SECONDS);
        return telemetry;
    }

    /** Looks at this process too. */
    public void watch(String name, long pid) {
        processes.watch(name, pid);
    }

    /** The dearest statements, where the server keeps count of them. */
    public List<Map<String, Object>> digests() {
        return database.digests();
    }

    /** Looks once more and ends. */
    @Override
    public void close() throws IOException, SQLException, InterruptedException {
        clock.shutdown();
        clock.awaitTermination(5, TimeUnit.SECONDS);
        look();
        timeline.close();
        database.close();
    }

    private void look() {
        ObjectNode second = JsonNodeFactory.instance.objectNode();
        second.put("at", System.currentTimeMillis());
        for (Probe probe : probes) {
            try {
                probe.into(second);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            } catch (Exception e) {
                // One thing that cannot be seen must not hide the others.
                second.withArray("/unseen").add(String.valueOf(e.getMessage()));
            }
        }
        write(second);
    }

    private synchronized void write(ObjectNode second) {
        try {
            timeline.write(JSON.writeValueAsString(second));
            timeline.write('\n');
            timeline.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
