package com.rechain.dao.platform.event;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Moves the outbox to Kafka, at least once and in the order of each aggregate. One relay does all
 * of it, or several share its lanes; each part is relayed by one instance of a service at a time. A
 * batch is deleted only after the broker has acknowledged all of it, so a crash in between sends it
 * again and consumers drop what they have seen.
 */
@ApplicationScoped
public class OutboxRelay {
    private final OutboxConfig config;
    private final List<LaneRelay> relays;
    private final List<Thread> threads = new ArrayList<>();

    OutboxRelay(
            AgroalDataSource primary,
            EventSender sender,
            OutboxConfig config,
            MeterRegistry metrics) {
        this.config = config;
        RelayMetrics counts = new RelayMetrics(metrics);
        relays =
                IntStream.range(0, config.relays())
                        .mapToObj(part -> new LaneRelay(part, primary, sender, config, counts))
                        .toList();
        metrics.gauge("dao.outbox.oldest.age.seconds", relays, OutboxRelay::oldestAgeSeconds);
    }

    void start(@Observes StartupEvent event) {
        if (config.topic().isPresent()) {
            relays.forEach(relay ->
                    threads.add(
                            Thread.ofPlatform()
                                    .daemon()
                                    .name("outbox-relay-", threads.size())
                                    .start(relay)));
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        relays.forEach(LaneRelay::stop);
        for (Thread thread : threads) {
            thread.join(config.sendTimeout());
        }
    }

    /**
     * Says that there is something to relay. Cheap; called after every commit that appended an
     * event.
     */
    public void wake() {
        relays.forEach(LaneRelay::wake);
    }

    /** Relays one batch of each part that no other instance holds; tells how many it was. */
    int relayBatch() throws SQLException, EventSender.NotSent, InterruptedException {
        int count = 0;
        for (LaneRelay relay : relays) {
            count += relay.relayBatch();
        }
        return count;
    }

    private static double oldestAgeSeconds(List<LaneRelay> relays) {
        return relays.stream().mapToDouble(LaneRelay::oldestAgeSeconds).max().orElse(0);
    }
}
