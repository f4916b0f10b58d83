package com.rechain.dao.platform.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rechain.dao.platform.request.TraceContext;
import com.rechain.dao.platform.telemetry.Step;
import com.rechain.dao.platform.telemetry.Tracing;
import io.opentelemetry.api.trace.SpanKind;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends batches of events with an idempotent producer and waits until all in-sync replicas have
 * them.
 */
@ApplicationScoped
public class EventSender {
    private final Map<String, Object> broker;
    private final OutboxConfig config;
    private final Tracing tracing;
    private @Nullable KafkaProducer<String, String> producer;

    EventSender(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            OutboxConfig config,
            Tracing tracing) {
        this.broker = broker;
        this.config = config;
        this.tracing = tracing;
    }

    /** A batch of which the broker has not acknowledged every event; some may have arrived. */
    public static final class NotSent extends Exception {
        private static final long serialVersionUID = 1L;

        NotSent(Throwable cause) {
            super("the broker did not acknowledge: " + cause.getMessage(), cause);
        }
    }

    /** Sends {@code batch} in its order; returns once the broker has acknowledged all of it. */
    void send(List<OutboxMessage> batch) throws NotSent, InterruptedException {
        try {
            KafkaProducer<String, String> kafka = producer();
            List<Future<RecordMetadata>> sent = new ArrayList<>(batch.size());
            for (OutboxMessage message : batch) {
                sent.add(send(kafka, message));
            }
            long end = System.nanoTime() + config.sendTimeout().toNanos();
            for (Future<RecordMetadata> acknowledgement : sent) {
                acknowledgement.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
        } catch (KafkaException | TimeoutException e) {
            close();
            throw new NotSent(e);
        } catch (ExecutionException e) {
            close();
            throw new NotSent(e.getCause() == null ? e : e.getCause());
        }
    }

    private Future<RecordMetadata> send(
            KafkaProducer<String, String> kafka, OutboxMessage message) {
        Step step = tracing.resume(message.type(), SpanKind.PRODUCER, message.traceparent());
        step.note("messaging.system", "kafka");
        String traceparent =
                step.trace().map(TraceContext::traceparent).orElse(message.traceparent());
        return kafka.send(
                record(message, traceparent),
                (_, failure) -> {
                    if (failure != null) {
                        step.fail(failure.getClass().getSimpleName());
                    }
                    step.end();
                });
    }

    /**
     * Drops the producer with everything it still holds: what has failed is sent again by the next
     * one, and nothing that was sent before may then come after it.
     */
    @PreDestroy
    void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    private KafkaProducer<String, String> producer() {
        KafkaProducer<String, String> current = producer;
        if (current == null) {
            current = new KafkaProducer<>(settings());
            producer = current;
        }
        return current;
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class.getName());
        settings.put(
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, StringSerializer.class.getName());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        // The relay waits for each batch: lingering would only add delay.
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        int timeout = Math.toIntExact(config.sendTimeout().toMillis());
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeout);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout);
        // We give up on the whole batch before the producer gives up on one record of it: if the
        // first expired alone, those after it would overtake it.
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 3 * timeout);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        return settings;
    }

    private ProducerRecord<String, String> record(
            OutboxMessage message, @Nullable String traceparent) {
        ProducerRecord<String, String> record =
                new ProducerRecord<>(
                        config.topic().orElseThrow(),
                        message.aggregateId().toString(),
                        message.payload());
        record.headers()
                .add(Event.ID_HEADER, message.eventId().toString().getBytes(UTF_8))
                .add(Event.TYPE_HEADER, message.type().getBytes(UTF_8))
                .add(Event.TIME_HEADER, message.occurredAt().toString().getBytes(UTF_8));
        if (traceparent != null) {
            record.headers().add(TraceContext.HEADER, traceparent.getBytes(UTF_8));
        }
        return record;
    }
}
