package com.rechain.dao.voting.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.platform.event.EventDispatcher;
import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.voting.box.BoxState;
import com.rechain.dao.voting.electorate.Electorate;
import com.rechain.dao.voting.electorate.ElectorateFreezer;
import com.rechain.dao.voting.electorate.ElectorateReads;
import com.rechain.dao.voting.result.Closer;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Opens votes by the events and the freezing that open them in production. */
@Singleton
public class Votes {
    private static final Set<BoxState> DECIDED = EnumSet.of(BoxState.CLOSED, BoxState.HELD);

    private final EventDispatcher dispatcher;
    private final ElectorateFreezer freezer;
    private final ElectorateReads electorates;
    private final Closer closer;
    private final Ledger ledger;

    Votes(
            EventDispatcher dispatcher,
            ElectorateFreezer freezer,
            ElectorateReads electorates,
            Closer closer,
            Ledger ledger) {
        this.dispatcher = dispatcher;
        this.freezer = freezer;
        this.electorates = electorates;
        this.closer = closer;
        this.ledger = ledger;
    }

    /** Publishes a proposal whose start is past and waits until its electorate is frozen. */
    public Proposal open(Proposal proposal) {
        publish(proposal);
        awaitElectorate(proposal.id());
        return proposal;
    }

    public void publish(Proposal proposal) {
        dispatch(
                "proposal.published.v1",
                proposal.id(),
                proposal.published(proposal.rules().hash()));
    }

    public void awaitElectorate(UUID proposalId) {
        await(() -> {
            freezer.freezeNext();
            return electorates.find(proposalId).filter(Electorate::isReady).isPresent();
        });
    }

    /**
     * Closes a vote that is over by the clock. The scheduler may be about it already, and then
     * passes by what another one holds: so this waits until one of them is done.
     */
    public void close(Proposal proposal) {
        await(() -> {
            closer.closeDue();
            return DECIDED.contains(ledger.row(proposal.id()).state());
        });
    }

    /** Brings an event in as the consumer would. */
    public void dispatch(String type, UUID key, String payload) {
        ConsumerRecord<String, String> event =
                new ConsumerRecord<>("topic", 0, 0, key.toString(), payload);
        header(event, "event-id", Ids.next().toString());
        header(event, "event-type", type);
        header(event, "occurred-at", Instant.now().toString());
        try {
            dispatcher.dispatch(event);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until a condition holds; fails when it takes half a minute. */
    public static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for half a minute").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static void header(ConsumerRecord<String, String> event, String name, String value) {
        event.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
