package com.rechain.dao.voting.box;

import com.rechain.dao.platform.event.EventDispatcher;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes in what the other services announce. */
@ApplicationScoped
public class EventConsumer {
    private final EventDispatcher dispatcher;

    EventConsumer(EventDispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Incoming("proposal-events")
    @Blocking
    void onProposalEvent(ConsumerRecord<String, String> record) throws InterruptedException {
        dispatcher.dispatch(record);
    }

    @Incoming("user-events")
    @Blocking
    void onUserEvent(ConsumerRecord<String, String> record) throws InterruptedException {
        dispatcher.dispatch(record);
    }
}
