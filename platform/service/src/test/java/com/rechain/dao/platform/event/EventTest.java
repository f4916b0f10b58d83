package com.rechain.dao.platform.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTest {
    private static final UUID ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final UUID KEY = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8058");

    @Test
    void anEnvelopeIsRead() {
        ConsumerRecord<String, String> record = whole();
        record.headers().add("traceparent", "00-x".getBytes(UTF_8));

        assertThat(Event.from(record))
                .isEqualTo(
                        new Event(
                                ID,
                                "note.written.v1",
                                KEY,
                                Instant.parse("2026-01-01T00:00:00.000001Z"),
                                "00-x",
                                "{}"));
    }

    @Test
    void aTraceIsNotNeeded() {
        assertThat(Event.from(whole()).traceparent()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"event-id", "event-type", "occurred-at"})
    void withoutOneOfItsHeadersItIsPoison(String header) {
        ConsumerRecord<String, String> missing = whole();
        missing.headers().remove(header);
        ConsumerRecord<String, String> empty = whole();
        empty.headers().add(header, null);

        poison(missing);
        poison(empty);
    }

    @ParameterizedTest
    @CsvSource({"event-id,no-uuid", "occurred-at,yesterday", "occurred-at,''"})
    void aHeaderOfAnotherFormIsPoison(String header, String value) {
        ConsumerRecord<String, String> record = whole();
        record.headers().add(header, value.getBytes(UTF_8));

        poison(record);
    }

    @Test
    void withoutKeyOrValueItIsPoison() {
        poison(new ConsumerRecord<>("t", 0, 0, null, "{}"));
        poison(new ConsumerRecord<>("t", 0, 0, KEY.toString(), null));
        poison(new ConsumerRecord<>("t", 0, 0, "no-uuid", "{}"));
    }

    @ParameterizedTest
    @CsvSource({
        "note.written.v1,note.written",
        "a.very.v2.odd.v10,a.very.v2.odd",
        "unversioned,unversioned"
    })
    void aNameIsATypeWithoutItsVersion(String type, String name) {
        assertThat(new Event(ID, type, KEY, Instant.EPOCH, null, "{}").name()).isEqualTo(name);
    }

    private static void poison(ConsumerRecord<String, String> record) {
        assertThatThrownBy(() -> Event.from(record)).isInstanceOf(PoisonEventException.class);
    }

    private static ConsumerRecord<String, String> whole() {
        ConsumerRecord<String, String> record =
                new ConsumerRecord<>("t", 0, 0, KEY.toString(), "{}");
        record.headers()
                .add("event-id", ID.toString().getBytes(UTF_8))
                .add("event-type", "note.written.v1".getBytes(UTF_8))
                .add("occurred-at", "2026-01-01T00:00:00.000001Z".getBytes(UTF_8));
        return record;
    }
}
