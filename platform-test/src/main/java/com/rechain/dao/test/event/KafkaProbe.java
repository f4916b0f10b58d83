package com.rechain.dao.test.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rechain.dao.devstack.backing.BackingServices;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Looks into topics from their beginning, outside of every consumer group, and puts events there.
 */
public final class KafkaProbe {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Properties settings = new Properties();

    public KafkaProbe(BackingServices backing) {
        settings.setProperty("bootstrap.servers", backing.kafka().address());
    }

    /** The first event of that type and key; waits for it. */
    public ConsumerRecord<String, String> await(String topic, String type, UUID key) {
        return await(
                topic, event -> type(event).equals(type) && key.toString().equals(event.key()));
    }

    /** The first event that matches; waits for it. */
    public ConsumerRecord<String, String> await(
            String topic, Predicate<ConsumerRecord<String, String>> wanted) {
        return await(topic, wanted, 1).getFirst();
    }

    /** The first {@code count} events that match; waits for them. */
    public List<ConsumerRecord<String, String>> await(
            String topic, Predicate<ConsumerRecord<String, String>> wanted, int count) {
        List<ConsumerRecord<String, String>> found = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = fromTheBeginning(topic)) {
            long end = System.nanoTime() + LIMIT.toNanos();
            while (found.size() < count && System.nanoTime() < end) {
                consumer.poll(POLL).records(topic).forEach(event -> addIf(wanted, event, found));
            }
        }
        if (found.size() < count) {
            throw new AssertionError(
                    "%d of %d awaited events in %s after %s"
                            .formatted(found.size(), count, topic, LIMIT));
        }
        return List.copyOf(found);
    }

    /** Everything that matches and is there now. */
    public List<ConsumerRecord<String, String>> all(
            String topic, Predicate<ConsumerRecord<String, String>> wanted) {
        List<ConsumerRecord<String, String>> found = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = fromTheBeginning(topic)) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).records(topic).forEach(event -> addIf(wanted, event, found));
            }
        }
        return List.copyOf(found);
    }

    /** Sends an event as the outbox relay of a service would. */
    public void send(String topic, UUID eventId, String type, UUID key, String payload) {
        send(
                topic,
                key.toString(),
                payload,
                Map.of(
                        "event-id", eventId.toString(),
                        "event-type", type,
                        "occurred-at", Instant.now().toString()));
    }

    /** Sends anything at all, for consumers that must not choke on it. */
    public void send(String topic, String key, String payload, Map<String, String> headers) {
        ProducerRecord<String, String> message = new ProducerRecord<>(topic, key, payload);
        headers.forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(message);
            producer.flush();
        }
    }

    /** The type in an event's headers, or an empty text. */
    public static String type(ConsumerRecord<String, String> event) {
        return header(event, "event-type");
    }

    public static String header(ConsumerRecord<String, String> event, String name) {
        Header header = event.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    private KafkaConsumer<String, String> fromTheBeginning(String topic) {
        KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        List<TopicPartition> partitions = partitions(consumer, topic);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    /** Asking for a topic makes it, but the first answers may come before it is there. */
    private static List<TopicPartition> partitions(
            KafkaConsumer<String, String> consumer, String topic) {
        long end = System.nanoTime() + LIMIT.toNanos();
        List<PartitionInfo> known = consumer.partitionsFor(topic);
        while (known.isEmpty() && System.nanoTime() < end) {
            known = consumer.partitionsFor(topic);
        }
        return known.stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private static void addIf(
            Predicate<ConsumerRecord<String, String>> wanted,
            ConsumerRecord<String, String> event,
            List<ConsumerRecord<String, String>> found) {
        if (wanted.test(event)) {
            found.add(event);
        }
    }
}
