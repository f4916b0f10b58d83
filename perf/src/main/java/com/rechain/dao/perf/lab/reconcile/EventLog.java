package com.rechain.dao.perf.lab.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rechain.dao.devstack.process.Await;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The services' topics: remembers where a run began, and reads what came since. */
public final class EventLog {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TOPICS =
            List.of("user-events", "proposal-events", "voting-events");
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration RELAY_LIMIT = Duration.ofSeconds(60);
    private static final String WAITING =
            "SELECT (SELECT COUNT(*) FROM users.outbox) + (SELECT COUNT(*) FROM proposals.outbox) + (SELECT COUNT(*) FROM voting.outbox)";

    private final Map<String, Object> settings;
    private final Map<TopicPartition, Long> begin;

    private EventLog(Map<String, Object> settings) {
        this.settings = settings;
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
            begin = Map.copyOf(consumer.endOffsets(partitions(consumer)));
        }
    }

    /** The log from now on. */
    public static EventLog fromNow(String kafka) {
        return new EventLog(
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "key.deserializer",
                        ByteArrayDeserializer.class.getName(),
                        "value.deserializer",
                        ByteArrayDeserializer.class.getName(),
                        "enable.auto.commit",
                        "false",
                        "auto.offset.reset",
                        "earliest"));
    }

    /**
     * Waits until no event waits in an outbox any more, and returns all that came since the
     * beginning.
     *
     * @throws IllegalStateException when the outboxes do not get empty within a minute
     */
    public List<Event> sinceThen(Connection primary) {
        if (!Await.until(RELAY_LIMIT, () -> waiting(primary) == 0)) {
            throw new IllegalStateException(
                    "%d events still wait in the outboxes a minute after the run"
                            .formatted(waiting(primary)));
        }
        List<Event> events = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
            List<TopicPartition> partitions = partitions(consumer);
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            partitions.forEach(
                    partition -> consumer.seek(partition, begin.getOrDefault(partition, 0L)));
            while (partitions.stream()
                    .anyMatch(partition ->
                            consumer.position(partition) < end.getOrDefault(partition, 0L))) {
                consumer.poll(POLL).forEach(record -> event(record).ifPresent(events::add));
            }
        }
        return events;
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        return TOPICS.stream()
                .flatMap(topic ->
                        Optional.ofNullable(consumer.partitionsFor(topic)).stream()
                                .flatMap(List::stream))
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private static long waiting(Connection primary) {
        try (Statement statement = primary.createStatement();
                ResultSet rows = statement.executeQuery(WAITING)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the outboxes could not be read: " + e.getMessage(), e);
        }
    }

    private static Optional<Event> event(ConsumerRecord<byte[], byte[]> record) {
        String type = header(record, "event-type");
        return switch (type) {
            case "user.registered.v1" -> told(record, type, "userId");
            case "proposal.published.v1" -> told(record, type, "proposalId");
            case "ballot.recorded.v1" -> told(record, type, "proposalId", "voterId", "revision");
            default -> Optional.empty();
        };
    }

    private static Optional<Event> told(
            ConsumerRecord<byte[], byte[]> record, String type, String... fields) {
        try {
            JsonNode payload = JSON.readTree(record.value());
            String effect =
                    String.join(
                            "/",
                            Stream.of(fields).map(field -> payload.path(field).asText()).toList());
            return Optional.of(new Event(type, header(record, "event-id"), effect));
        } catch (IOException e) {
            throw new IllegalStateException("an event is no JSON: " + e.getMessage(), e);
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
