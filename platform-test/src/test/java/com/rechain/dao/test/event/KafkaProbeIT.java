package com.rechain.dao.test.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.test.backing.SharedBacking;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class KafkaProbeIT {
    private final KafkaProbe probe = new KafkaProbe(SharedBacking.get());
    private final String topic = "topic-" + UUID.randomUUID();

    @Test
    void findsAnEventByTypeAndKeyAmongOthers() {
        UUID key = UUID.randomUUID();
        probe.send(topic, UUID.randomUUID(), "other.v1", key, "1");
        probe.send(topic, UUID.randomUUID(), "wanted.v1", UUID.randomUUID(), "2");
        probe.send(topic, UUID.randomUUID(), "wanted.v1", key, "3");

        ConsumerRecord<String, String> event = probe.await(topic, "wanted.v1", key);

        assertThat(event.value()).isEqualTo("3");
        assertThat(KafkaProbe.header(event, "event-id")).hasSize(36);
        assertThat(KafkaProbe.header(event, "no-such-header")).isEmpty();
    }

    @Test
    void countsWhatIsThereNow() {
        probe.send(topic, UUID.randomUUID(), "counted.v1", UUID.randomUUID(), "1");
        probe.send(topic, UUID.randomUUID(), "counted.v1", UUID.randomUUID(), "2");

        assertThat(probe.all(topic, event -> KafkaProbe.type(event).equals("counted.v1")))
                .hasSize(2);
    }
}
