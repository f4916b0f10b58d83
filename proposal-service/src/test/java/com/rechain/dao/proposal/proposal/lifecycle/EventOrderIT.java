package com.rechain.dao.proposal.proposal.lifecycle;

import static com.rechain.dao.proposal.Fixture.PROPOSAL;
import static com.rechain.dao.proposal.Fixture.aPublished;
import static com.rechain.dao.proposal.Fixture.now;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.proposal.VotingSide;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.fake.FakeSpace;
import com.rechain.dao.test.fake.FakeUserService;
import com.rechain.dao.test.fake.FakeUserServiceResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;

/** What is announced in an order takes effect in that order. */
@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "proposals"))
@WithTestResource(FakeUserServiceResource.class)
class EventOrderIT {
    private static final int PARTITIONS = 6;

    BackingServices backing;
    FakeUserService users;
    @Inject AgroalDataSource primary;

    @Test
    void anEventWaitsForTheOnesBeforeItInItsPartition() throws SQLException {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        VotingSide voting = new VotingSide(backing);
        UUID first = aPublished(space.id(), author);
        UUID second = aPublished(space.id(), author);
        while (partition(second) != partition(first)) {
            second = aPublished(space.id(), author);
        }

        try (Connection connection = primary.getConnection()) {
            connection.setAutoCommit(false);
            lock(connection, first);
            ready(voting, first, space);
            ready(voting, second, space);
            UUID waiting = second;
            await().during(Duration.ofSeconds(2))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> "PENDING".equals(state(waiting)));
            connection.rollback();
        }

        UUID last = second;
        await().atMost(Duration.ofSeconds(60)).until(() -> "ACTIVE".equals(state(last)));
        assertThat(state(first)).isEqualTo("ACTIVE");
    }

    @Test
    void whatIsCertifiedAtOnceHasStartedBefore() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        VotingSide voting = new VotingSide(backing);
        for (int i = 0; i < 10; i++) {
            UUID id = aPublished(space.id(), author);
            ready(voting, id, space);
            voting.certified(id, space.id(), "SUCCEEDED", micros());

            await().atMost(Duration.ofSeconds(60)).until(() -> "COMPLETED".equals(state(id)));
            assertThat(field(id, "electorateReadyAt")).isNotNull();
            assertThat(field(id, "startedAt")).isNotNull();
        }
    }

    private static void ready(VotingSide voting, UUID id, FakeSpace space) {
        voting.electorateReady(id, space.id(), micros());
    }

    private static Instant micros() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    private static int partition(UUID key) {
        return Utils.toPositive(Utils.murmur2(key.toString().getBytes(UTF_8))) % PARTITIONS;
    }

    private static String state(UUID id) {
        return field(id, "state");
    }

    private static String field(UUID id, String name) {
        return given().header("Freshness-Token", now())
                .get(PROPOSAL, id)
                .then()
                .statusCode(200)
                .extract()
                .path(name);
    }

    private static void lock(Connection connection, UUID id) throws SQLException {
        String sql = "SELECT id FROM proposal WHERE id = ? FOR UPDATE";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setBytes(1, Ids.toBytes(id));
            try (ResultSet row = select.executeQuery()) {
                assertThat(row.next()).isTrue();
            }
        }
    }
}
