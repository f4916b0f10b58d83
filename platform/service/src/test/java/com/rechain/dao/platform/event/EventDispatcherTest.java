package com.rechain.dao.platform.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rechain.dao.platform.telemetry.Tracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class EventDispatcherTest {
    private final EventDispatcher dispatcher = dispatcher(handlerOf("note.written.v1"));

    @Test
    void typesThatNobodyHandlesArePassedOver() {
        assertThatCode(() -> dispatcher.dispatch(record("thing.unknown.v1")))
                .doesNotThrowAnyException();
        assertThatCode(() -> dispatcher.dispatch(record("thing.unknown")))
                .doesNotThrowAnyException();
    }

    @Test
    void anotherMajorVersionOfATypeThatIsHandledIsPoison() {
        assertThatThrownBy(() -> dispatcher.dispatch(record("note.written.v2")))
                .isInstanceOf(PoisonEventException.class)
                .hasMessage("note.written.v2 is not known here, only note.written.v1");
    }

    @Test
    void oneTypeCannotHaveTwoHandlers() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        dispatcher(handlerOf("note.written.v1"), handlerOf("note.written.v1")))
                .withMessage("two handlers for note.written.v1");
    }

    @Test
    void aHandledTypeMustNameItsVersion() {
        assertThatThrownBy(() -> dispatcher(handlerOf("note.written")))
                .isInstanceOf(StringIndexOutOfBoundsException.class);
    }

    /** No inbox: nothing here gets as far as a transaction. */
    @SuppressWarnings("NullAway")
    private static EventDispatcher dispatcher(EventHandler... handlers) {
        return new EventDispatcher(
                List.of(handlers), null, new SimpleMeterRegistry(), Tracing.off(), "trial-service");
    }

    private static EventHandler handlerOf(String type) {
        return new EventHandler() {
            @Override
            public Set<String> types() {
                return Set.of(type);
            }

            @Override
            public void handle(Event event) {
                throw new AssertionError("handled " + event);
            }
        };
    }

    private static ConsumerRecord<String, String> record(String type) {
        ConsumerRecord<String, String> record =
                new ConsumerRecord<>("t", 0, 0, UUID.randomUUID().toString(), "{}");
        record.headers()
                .add("event-id", UUID.randomUUID().toString().getBytes(UTF_8))
                .add("event-type", type.getBytes(UTF_8))
                .add("occurred-at", "2026-01-01T00:00:00Z".getBytes(UTF_8));
        return record;
    }
}
