package com.rechain.dao.platform.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.platform.http.CurrentTrace;
import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.platform.lane.Lane;
import com.rechain.dao.platform.request.TraceContext;
import com.rechain.dao.platform.telemetry.Tracing;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.event.KafkaProbe;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "voting"))
class OutboxIT {
    private static final String TOPIC = "trial-events";
    private static final Duration LIMIT = Duration.ofSeconds(40);

    BackingServices backing;
    @Inject Outbox outbox;
    @Inject OutboxRelay relay;
    @Inject EventSender sender;
    @Inject OutboxConfig config;
    @Inject MeterRegistry metrics;
    @Inject AgroalDataSource primary;

    @Test
    void anEventGoesOutUnderItsAggregatesKeyWithExactlyItsHeaders() {
        UUID aggregate = Ids.next();
        TraceContext trace = TraceContext.start();
        Instant before = Instant.now().minusSeconds(1);
        CurrentTrace.enter(trace, "r");

        append(aggregate, "note.created.v1", Map.of("title", "äöü €"));

        ConsumerRecord<String, String> sent =
                new KafkaProbe(backing).await(TOPIC, "note.created.v1", aggregate);
        assertThat(sent.value()).isEqualTo("{\"title\":\"äöü €\"}");
        assertThat(Stream.of(sent.headers().toArray()).map(Header::key))
                .containsExactly("event-id", "event-type", "occurred-at", "traceparent");
        assertThat(UUID.fromString(header(sent, "event-id")).version()).isEqualTo(7);
        assertThat(header(sent, "traceparent")).isEqualTo(trace.traceparent());
        assertThat(Instant.parse(header(sent, "occurred-at")))
                .isBetween(before, Instant.now().plusSeconds(1));
    }

    @Test
    void nothingGoesOutOfATransactionThatIsRolledBack() {
        UUID aggregate = Ids.next();

        QuarkusTransaction.begin();
        outbox.append("note.created.v1", aggregate, Map.of("n", 1));
        QuarkusTransaction.rollback();
        append(aggregate, "note.created.v1", Map.of("n", 2));

        KafkaProbe probe = new KafkaProbe(backing);
        probe.await(TOPIC, "note.created.v1", aggregate);
        assertThat(payloads(probe, List.of(aggregate)).get(aggregate)).containsExactly("{\"n\":2}");
    }

    @Test
    void withoutATransactionNothingCanBeAppended() {
        assertThatThrownBy(() -> outbox.append("note.created.v1", Ids.next(), Map.of()))
                .isInstanceOf(TransactionalException.class);
    }

    @Test
    void anEventThatNoBrokerWouldTakeNeverEntersTheOutbox() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> append(Ids.next(), "note.created.v1", "€".repeat(400_000)));
    }

    @Test
    void everyAggregateKeepsItsOrderWhileSeveralInstancesRelay() throws Exception {
        List<UUID> aggregates = Stream.generate(Ids::next).limit(8).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(10);
                Rival first = new Rival(config);
                Rival second = new Rival(config)) {
            threads.submit(first);
            threads.submit(second);
            for (UUID aggregate : aggregates) {
                threads.submit(() ->
                        IntStream.range(0, 50)
                                .forEach(n -> append(aggregate, "note.counted.v1", n)));
            }
            await().atMost(LIMIT).until(() -> waiting() == 0 && appended(aggregates) >= 400);
            first.close();
            second.close();
        }

        Map<UUID, List<String>> sent = payloads(new KafkaProbe(backing), aggregates);
        List<String> inOrder = IntStream.range(0, 50).mapToObj(String::valueOf).toList();
        // What a slow broker acknowledges too late is sent again.
        assertThat(sent)
                .hasSize(8)
                .allSatisfy((_, order) ->
                        assertThat(order.stream().distinct().toList()).isEqualTo(inOrder));
    }

    @Test
    void relaysThatShareTheLanesMoveAllOfThemAndKeepEveryOrder() throws Exception {
        List<UUID> aggregates = Stream.generate(Ids::next).limit(32).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(2);
                Rival four = new Rival(new Sharing(config, 4))) {
            threads.submit(four);
            for (int n = 0; n < 20; n++) {
                int number = n;
                aggregates.forEach(aggregate -> append(aggregate, "note.counted.v1", number));
            }
            await().atMost(LIMIT).until(() -> waiting() == 0 && appended(aggregates) >= 640);
        }

        // The service's own relay takes all lanes meanwhile: some events are sent twice.
        Map<UUID, List<String>> sent = payloads(new KafkaProbe(backing), aggregates);
        List<String> inOrder = IntStream.range(0, 20).mapToObj(String::valueOf).toList();
        assertThat(sent)
                .hasSize(32)
                .allSatisfy((_, order) ->
                        assertThat(order.stream().distinct().toList()).isEqualTo(inOrder));
    }

    @Test
    void eachOfSeveralRelaysTakesItsOwnLanesAlone() throws Exception {
        UUID aggregate = Ids.next();
        int part = Lane.of(aggregate) % 4;
        try (Connection holder = primary.getConnection();
                Statement sql = holder.createStatement()) {
            holder.setAutoCommit(false);
            // With all leases held nobody else moves anything.
            sql.executeQuery("SELECT id FROM outbox_lease ORDER BY id FOR UPDATE").close();
            append(aggregate, "note.counted.v1", 1);
            try (Connection other = primary.getConnection()) {
                for (int i = 0; i < 4; i++) {
                    assertThat(OutboxRows.oldest(other, i, 4, 500))
                            .filteredOn(row -> row.message().aggregateId().equals(aggregate))
                            .hasSize(i == part ? 1 : 0);
                }
            }
            holder.rollback();
            holder.setAutoCommit(true);
        }
    }

    @Test
    void whileTheBrokerIsAwayEventsWaitAndGoOutInOrderAfterwards() {
        UUID aggregate = Ids.next();
        backing.kafka().kill();
        try {
            IntStream.range(0, 20).forEach(n -> append(aggregate, "note.counted.v1", n));
            await().atMost(LIMIT).until(() -> waiting() == 20);
        } finally {
            backing.kafka().start();
            backing.kafka().awaitReady(LIMIT);
        }

        await().atMost(LIMIT).until(() -> waiting() == 0);

        List<String> sent = payloads(new KafkaProbe(backing), List.of(aggregate)).get(aggregate);
        assertThat(sent.stream().distinct().toList())
                .isEqualTo(IntStream.range(0, 20).mapToObj(String::valueOf).toList());
    }

    private void append(UUID aggregate, String type, Object payload) {
        QuarkusTransaction.requiringNew().run(() -> outbox.append(type, aggregate, payload));
    }

    private long appended(List<UUID> aggregates) {
        return payloads(new KafkaProbe(backing), aggregates).values().stream()
                .mapToLong(List::size)
                .sum();
    }

    private static Map<UUID, List<String>> payloads(KafkaProbe probe, List<UUID> aggregates) {
        return probe.all(TOPIC, event -> aggregates.contains(UUID.fromString(event.key()))).stream()
                .collect(
                        groupingBy(
                                event -> UUID.fromString(event.key()),
                                mapping(ConsumerRecord::value, toList())));
    }

    private long waiting() throws SQLException {
        try (Connection connection = primary.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM outbox")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String header(ConsumerRecord<String, String> event, String name) {
        return new String(event.headers().lastHeader(name).value(), UTF_8);
    }

    /** Another instance that relays the same outbox as fast as it can. */
    private final class Rival implements Runnable, AutoCloseable {
        private final OutboxRelay relay;
        private volatile boolean stopped;

        Rival(OutboxConfig config) {
            relay =
                    new OutboxRelay(
                            primary,
                            new EventSender(broker(), config, Tracing.off()),
                            config,
                            metrics);
        }

        @Override
        public void run() {
            while (!stopped) {
                try {
                    relay.relayBatch();
                } catch (SQLException | EventSender.NotSent _) {
                    // Tried again, as the real one does.
                } catch (InterruptedException _) {
                    return;
                }
            }
        }

        @Override
        public void close() {
            stopped = true;
        }

        private Map<String, Object> broker() {
            return Map.of("bootstrap.servers", backing.kafka().address());
        }
    }

    /** The service's configuration but for the number of relays. */
    private record Sharing(OutboxConfig others, int relays) implements OutboxConfig {
        @Override
        public Optional<String> topic() {
            return others.topic();
        }

        @Override
        public Duration pollEvery() {
            return others.pollEvery();
        }

        @Override
        public int batchSize() {
            return others.batchSize();
        }

        @Override
        public Duration sendTimeout() {
            return others.sendTimeout();
        }
    }
}
