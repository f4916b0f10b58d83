package com.rechain.dao.platform.event;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;

/** What all relays of an instance have sent, and how long that took. */
final class RelayMetrics {
    private final Counter relayed;
    private final Timer sending;

    RelayMetrics(MeterRegistry metrics) {
        relayed = metrics.counter("dao.outbox.relayed");
        sending = metrics.timer("dao.outbox.send");
    }

    void send(EventSender sender, List<OutboxMessage> messages)
            throws EventSender.NotSent, InterruptedException {
        Timer.Sample sample = Timer.start();
        sender.send(messages);
        sample.stop(sending);
    }

    void relayed(int events) {
        relayed.increment(events);
    }
}
