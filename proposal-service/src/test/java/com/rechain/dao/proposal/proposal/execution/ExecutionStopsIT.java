package com.rechain.dao.proposal.proposal.execution;

import static com.rechain.dao.proposal.Fixture.PROPOSAL;
import static com.rechain.dao.proposal.Fixture.as;
import static com.rechain.dao.proposal.Fixture.eventsOf;
import static com.rechain.dao.proposal.Fixture.expectState;
import static com.rechain.dao.proposal.Fixture.now;
import static com.rechain.dao.proposal.proposal.execution.Executions.MANUAL;
import static com.rechain.dao.proposal.proposal.execution.Executions.settle;
import static com.rechain.dao.proposal.proposal.execution.Executions.veto;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.contract.EventContract;
import com.rechain.dao.test.event.KafkaProbe;
import com.rechain.dao.test.fake.FakeSpace;
import com.rechain.dao.test.fake.FakeUserService;
import com.rechain.dao.test.fake.FakeUserServiceResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What keeps a success from being carried out: guardians, and time. */
@QuarkusTest
@TestProfile(WithWebhooks.class)
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "proposals"))
@WithTestResource(FakeUserServiceResource.class)
class ExecutionStopsIT {
    BackingServices backing;
    FakeUserService users;

    private Executions executions;
    private WebhookReceiver receiver;

    @BeforeEach
    void listen() {
        executions = new Executions(backing);
        receiver = new WebhookReceiver();
    }

    @AfterEach
    void stopListening() {
        receiver.close();
    }

    @Test
    void aGuardianVetoesWithAPublicReason() {
        FakeSpace space = users.aSpace();
        settle(space, 3600, 0, 600);
        UUID author = space.aMember(5);
        UUID guardian = space.aMember("GUARDIAN", 1);
        UUID owner = space.aMember("OWNER", 1);
        UUID id = executions.succeeded(space, author, List.of(receiver.webhook("/never")));
        expectState(id, "CHALLENGE");
        String eta =
                given().header("Freshness-Token", now()).get(PROPOSAL, id).path("timelock.eta");
        assertThat(eta).isNotNull();
        as(owner)
                .post(PROPOSAL + "/execute", id)
                .then()
                .statusCode(409)
                .body("state", equalTo("CHALLENGE"))
                .body("eta", equalTo(eta));

        veto(owner, id, "I own this.")
                .statusCode(403)
                .body("detail", endsWith("named when it was published: GUARDIAN."));
        veto(guardian, id, " ").statusCode(400).body("errors.rule", contains("required"));
        as(owner)
                .body(Map.of("reason", "Too late for owners."))
                .post(PROPOSAL + "/cancel", id)
                .then()
                .statusCode(409);
        veto(guardian, id, "It would empty the treasury.")
                .statusCode(200)
                .body("state", equalTo("VETOED"))
                .body("outcome", equalTo("SUCCEEDED"))
                .body("veto.by", equalTo(guardian.toString()));

        given().header("Freshness-Token", now())
                .get(PROPOSAL, id)
                .then()
                .body("veto.reason", equalTo("It would empty the treasury."));
        veto(guardian, id, "Again.").statusCode(409).body("state", equalTo("VETOED"));
        ConsumerRecord<String, String> event = eventsOf(backing, id, 5).getLast();
        assertThat(KafkaProbe.type(event)).isEqualTo("proposal.vetoed.v1");
        EventContract.assertKept("proposal.vetoed.v1", event.value());
        given().header("Freshness-Token", now())
                .queryParam("spaceId", space.id())
                .queryParam("state", "VETOED")
                .get("/api/v1/proposals")
                .then()
                .body("items.id", contains(id.toString()));
    }

    @Test
    void aGuardianCancelsUntilItIsExecuted() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID guardian = space.aMember("GUARDIAN", 1);
        UUID id = executions.succeeded(space, author, List.of(MANUAL));
        expectState(id, "QUEUED");

        as(author)
                .body(Map.of("reason", "Mine."))
                .post(PROPOSAL + "/cancel", id)
                .then()
                .statusCode(409);
        as(guardian)
                .body(Map.of("reason", "The contract is a trap."))
                .post(PROPOSAL + "/cancel", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELED"))
                .body("outcome", equalTo("SUCCEEDED"));
    }

    @Test
    void whatIsNotDoneInTimeExpires() {
        FakeSpace space = users.aSpace();
        settle(space, 0, 0, 1);
        UUID author = space.aMember(5);
        UUID id = executions.succeeded(space, author, List.of(MANUAL));

        expectState(id, "EXPIRED");
        ConsumerRecord<String, String> event = eventsOf(backing, id, 5).getLast();
        assertThat(KafkaProbe.type(event)).isEqualTo("proposal.expired.v1");
        EventContract.assertKept("proposal.expired.v1", event.value());
        as(space.aMember("OWNER", 1))
                .post(PROPOSAL + "/execute", id)
                .then()
                .statusCode(409)
                .body("state", equalTo("EXPIRED"));
    }
}
