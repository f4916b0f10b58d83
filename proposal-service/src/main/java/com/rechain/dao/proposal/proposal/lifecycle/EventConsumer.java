package com.rechain.dao.proposal.proposal.lifecycle;

import com.rechain.dao.platform.event.EventDispatcher;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Takes the events of the other services from their topics, each topic in order: on virtual threads
 * the records of a topic would be handled side by side.
 */
@ApplicationScoped
public class EventConsumer {
    private final EventDispatcher dispatcher;

    EventConsumer(EventDispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Incoming("voting-events")
    @Blocking
    void onVotingEvent(ConsumerRecord<String, String> record) throws InterruptedException {
        dispatcher.dispatch(record);
    }

    @Incoming("user-events")
    @Blocking
    void onUserEvent(ConsumerRecord<String, String> record) throws InterruptedException {
        dispatcher.dispatch(record);
    }
}
