package com.rechain.dao.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.platform.trial.NoteHandler;
import com.rechain.dao.platform.trial.Notes;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.event.KafkaProbe;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "voting"))
class InboxIT {
    private static final String TOPIC = "other-events";
    private static final String DEAD_LETTERS = "trial-service-dead-letters";
    private static final Duration LIMIT = Duration.ofSeconds(40);

    BackingServices backing;
    @Inject Notes notes;
    @Inject NoteHandler handler;
    @Inject MeterRegistry metrics;
    private KafkaProbe kafka;

    @BeforeEach
    void probe() {
        kafka = new KafkaProbe(backing);
    }

    @Test
    void anEventThatIsDeliveredAgainIsAppliedOnce() {
        UUID note = Ids.next();
        UUID event = Ids.next();

        send(event, note, NoteHandler.TYPE, "{\"title\":\"once\",\"fieldOfTheFuture\":1}");
        send(event, note, NoteHandler.TYPE, "{\"title\":\"once\",\"fieldOfTheFuture\":1}");
        writeAndAwait(note);

        assertThat(notes.title(note)).contains("once");
        assertThat(handler.callsFor(event)).isEqualTo(1);
    }

    @Test
    void whatCanNeverBeAppliedGoesToTheDeadLettersAndItsPartitionGoesOn() {
        double deadBefore = metrics.counter("dao.events.dead", "topic", TOPIC).count();
        UUID key = Ids.next();
        UUID poison = Ids.next();
        UUID bug = Ids.next();
        UUID unreadable = Ids.next();
        UUID tooNew = Ids.next();

        send(poison, key, NoteHandler.TYPE, "{\"title\":\"poison\"}");
        send(bug, key, NoteHandler.TYPE, "{\"title\":\"always fails\"}");
        send(unreadable, key, NoteHandler.TYPE, "{\"title\":");
        send(tooNew, key, "note.written.v2", "{}");
        kafka.send(TOPIC, key.toString(), "no envelope", Map.of());
        send(Ids.next(), key, "thing.unknown.v1", "{}");
        UUID good = Ids.next();
        send(good, key, NoteHandler.TYPE, "{\"title\":\"good\"}");

        await().atMost(LIMIT).until(() -> notes.title(key).isPresent());
        assertThat(notes.title(key)).contains("good");
        assertThat(
                        kafka
                                .await(DEAD_LETTERS, event -> key.toString().equals(event.key()), 5)
                                .stream()
                                .map(event -> KafkaProbe.header(event, "event-id")))
                .containsExactly(
                        poison.toString(),
                        bug.toString(),
                        unreadable.toString(),
                        tooNew.toString(),
                        "");
        assertThat(handler.callsFor(poison)).as("poison is not tried again").isEqualTo(1);
        assertThat(handler.callsFor(bug)).isEqualTo(5);
        assertThat(metrics.counter("dao.events.dead", "topic", TOPIC).count() - deadBefore)
                .isEqualTo(5);
    }

    @Test
    void aFaultThatPassesIsTriedAgainAndItsEffectIsRolledBackEachTime() {
        UUID note = Ids.next();
        UUID event = Ids.next();

        send(event, note, NoteHandler.TYPE, "{\"title\":\"fails twice\"}");

        await().atMost(LIMIT).until(() -> notes.title(note).isPresent());
        assertThat(handler.callsFor(event)).isEqualTo(3);
    }

    @Test
    void whileTheDatabaseIsAwayEventsAreTriedInPlaceAndKeepTheirOrder() {
        UUID first = Ids.next();
        writeAndAwait(first);
        UUID note = Ids.next();
        UUID event = Ids.next();
        backing.primary().server().kill();
        try {
            send(event, note, NoteHandler.TYPE, "{\"title\":\"late\"}");
            await().during(Duration.ofSeconds(2)).atMost(LIMIT).until(() -> true);
        } finally {
            backing.primary().server().start();
            backing.primary().server().awaitReady(LIMIT);
        }

        await().atMost(LIMIT).ignoreExceptions().until(() -> notes.title(note).isPresent());
        assertThat(
                        kafka.all(
                                DEAD_LETTERS,
                                dead ->
                                        KafkaProbe.header(dead, "event-id")
                                                .equals(event.toString())))
                .isEmpty();
    }

    /** One more event of the same key: once it is there, all before it have been dealt with. */
    private void writeAndAwait(UUID key) {
        UUID last = Ids.next();
        send(last, key, "note.written.v1", "{\"title\":\"x\"}");
        await().atMost(LIMIT).until(() -> notes.title(key).isPresent());
    }

    private void send(UUID event, UUID key, String type, String payload) {
        kafka.send(
                TOPIC,
                key.toString(),
                payload,
                Map.of(
                        "event-id",
                        event.toString(),
                        "event-type",
                        type,
                        "occurred-at",
                        "2026-01-01T00:00:00Z"));
    }
}
