package com.rechain.dao.platform.trial;

import com.rechain.dao.platform.event.EventDispatcher;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of the events of others, as every service does. */
@ApplicationScoped
public class OtherEventsConsumer {
    private final EventDispatcher events;

    OtherEventsConsumer(EventDispatcher events) {
        this.events = events;
    }

    @Incoming("other-events")
    @Blocking
    void on(ConsumerRecord<String, String> record) throws InterruptedException {
        events.dispatch(record);
    }
}
