package com.rechain.dao.proposal.proposal.lifecycle;

import static com.rechain.dao.proposal.Fixture.aPublished;
import static com.rechain.dao.proposal.Fixture.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.event.KafkaProbe;
import com.rechain.dao.test.fake.FakeSpace;
import com.rechain.dao.test.fake.FakeUserService;
import com.rechain.dao.test.fake.FakeUserServiceResource;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "proposals"))
@WithTestResource(FakeUserServiceResource.class)
class StartAnnouncerIT {
    private static final int PROPOSALS = 30;
    private static final int INSTANCES = 6;

    BackingServices backing;
    FakeUserService users;
    @Inject StartAnnouncer announcer;
    @Inject AgroalDataSource primary;
    @Inject MeterRegistry metrics;

    @Test
    void howeverManyInstancesLookEachStartIsAnnouncedOnce() throws Exception {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < PROPOSALS; i++) {
            ids.add(aPublished(space.id(), author).toString());
        }
        double before = count("started");

        makeReadyBehindTheServicesBack(space.id());
        tickInParallel();

        KafkaProbe probe = new KafkaProbe(backing);
        probe.await("proposal-events", event -> isStart(event, ids), PROPOSALS);
        await().until(() -> count("started") - before >= PROPOSALS);
        List<ConsumerRecord<String, String>> started =
                probe.all("proposal-events", event -> isStart(event, ids));
        assertThat(started)
                .hasSize(PROPOSALS)
                .extracting(ConsumerRecord::key)
                .doesNotHaveDuplicates();
        assertThat(count("started") - before).isEqualTo(PROPOSALS);
    }

    @Test
    void eachCommittedStepIsCounted() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        double drafted = count("drafted");
        double published = count("published");
        double canceled = count("canceled");

        UUID id = aPublished(space.id(), author);
        as(author)
                .body(Map.of("reason", "Not needed"))
                .post("/api/v1/proposals/{id}/cancel", id)
                .then()
                .statusCode(200);
        as(author)
                .body(Map.of("reason", "Not needed"))
                .post("/api/v1/proposals/{id}/cancel", id)
                .then()
                .statusCode(409);

        assertThat(count("drafted") - drafted).isEqualTo(1);
        assertThat(count("published") - published).isEqualTo(1);
        assertThat(count("canceled") - canceled).isEqualTo(1);
        assertThat(metrics.find("dao.proposals.scheduler.lag.seconds").gauge()).isNotNull();
    }

    private void tickInParallel() throws Exception {
        try (ExecutorService instances = Executors.newFixedThreadPool(INSTANCES)) {
            List<Future<?>> ticks = new ArrayList<>();
            for (int i = 0; i < INSTANCES; i++) {
                ticks.add(
                        instances.submit(() -> {
                            while (!announcer.announceDue().isEmpty()) {
                                Thread.onSpinWait();
                            }
                        }));
            }
            for (Future<?> tick : ticks) {
                tick.get();
            }
        }
    }

    /** As an electorate event would, without the announcement that its handler makes at once. */
    private void makeReadyBehindTheServicesBack(UUID spaceId) throws SQLException {
        try (Connection connection = primary.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(
                                "UPDATE proposal SET electorate_ready_at = ?, version = version + 1 WHERE space_id = ?")) {
            statement.setObject(1, LocalDateTime.ofInstant(Instant.now(), ZoneOffset.UTC));
            statement.setBytes(2, Ids.toBytes(spaceId));
            assertThat(statement.executeUpdate()).isEqualTo(PROPOSALS);
        }
    }

    private double count(String transition) {
        return metrics.counter("dao.proposals", "transition", transition).count();
    }

    private static boolean isStart(ConsumerRecord<String, String> event, Set<String> ids) {
        return KafkaProbe.type(event).equals("proposal.started.v1") && ids.contains(event.key());
    }
}
