package com.rechain.dao.proposal.proposal.execution;

import static com.rechain.dao.proposal.Fixture.PROPOSAL;
import static com.rechain.dao.proposal.Fixture.as;
import static com.rechain.dao.proposal.Fixture.created;
import static com.rechain.dao.proposal.Fixture.draft;
import static com.rechain.dao.proposal.Fixture.eventsOf;
import static com.rechain.dao.proposal.Fixture.expectState;
import static com.rechain.dao.proposal.Fixture.now;
import static com.rechain.dao.proposal.Fixture.publish;
import static com.rechain.dao.proposal.proposal.execution.Executions.MANUAL;
import static com.rechain.dao.proposal.proposal.execution.Executions.awaitExecution;
import static com.rechain.dao.proposal.proposal.execution.Executions.execution;
import static com.rechain.dao.proposal.proposal.execution.Executions.key;
import static com.rechain.dao.proposal.proposal.execution.Executions.note;
import static com.rechain.dao.proposal.proposal.execution.Executions.settle;
import static com.rechain.dao.proposal.proposal.execution.Executions.statuses;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

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
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(WithWebhooks.class)
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "proposals"))
@WithTestResource(FakeUserServiceResource.class)
class ExecutionIT {
    BackingServices backing;
    FakeUserService users;
    @Inject ExecutionScheduler scheduler;

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
    void actionsAreCarriedOutOneAfterAnother() throws Exception {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID owner = space.aMember("OWNER", 1);
        Map<String, Object> role =
                Map.of("kind", "ROLE", "userId", author.toString(), "role", "MODERATOR");
        UUID id =
                executions.succeeded(
                        space,
                        author,
                        List.of(
                                receiver.webhook("/first"),
                                role,
                                MANUAL,
                                receiver.webhook("/last")));
        awaitExecution(id)
                .until(() -> statuses(id), contains("DONE", "DONE", "PENDING", "PENDING"));
        expectState(id, "QUEUED");

        as(author)
                .body(note("Done by me."))
                .post(PROPOSAL + "/actions/3/done", id)
                .then()
                .statusCode(403);
        as(owner)
                .body(note("Done by us."))
                .post(PROPOSAL + "/actions/4/done", id)
                .then()
                .statusCode(409)
                .body("code", equalTo("action-not-open"));
        as(owner)
                .body(Map.of())
                .post(PROPOSAL + "/actions/3/done", id)
                .then()
                .statusCode(400)
                .body("errors.rule", contains("required"));
        as(owner)
                .body(note("Done by us."))
                .post(PROPOSAL + "/actions/3/done", id)
                .then()
                .statusCode(202);

        expectState(id, "EXECUTED");
        execution(id)
                .body("actions.status", contains("DONE", "DONE", "DONE", "DONE"))
                .body("actions[0].attempts", hasSize(1))
                .body("actions[0].attempts[0].result", equalTo("DONE"))
                .body("actions[0].attempts[0].detail", equalTo("HTTP 200 thanks"))
                .body("actions[2].attempts", hasSize(0))
                .body("actions[2].doneBy", equalTo(owner.toString()))
                .body("actions[2].note", equalTo("Done by us."));
        assertThat(receiver.received())
                .extracting(WebhookReceiver.Received::path)
                .containsExactly("/first", "/last");
        assertThat(space.orders()).hasSize(1);
        assertThat(space.orders().values().iterator().next())
                .contains("\"role\":\"MODERATOR\"")
                .contains(id.toString());
        isSigned(receiver.received().peek(), owner, space.id(), id);
        List<ConsumerRecord<String, String>> events = eventsOf(backing, id, 5);
        assertThat(events)
                .extracting(KafkaProbe::type)
                .containsExactly(
                        "proposal.published.v1",
                        "proposal.started.v1",
                        "proposal.concluded.v1",
                        "proposal.queued.v1",
                        "proposal.executed.v1");
        events.forEach(event -> EventContract.assertKept(KafkaProbe.type(event), event.value()));
    }

    @Test
    void whatIsShownAndFrozenIsHashed() {
        FakeSpace space = users.aSpace();
        settle(space, 3600, 60, 600);
        UUID author = space.aMember(5);
        Map<String, Object> draft = draft(space.id());
        draft.put("actions", List.of(MANUAL));
        UUID id = created(author, draft);

        as(author)
                .header("Freshness-Token", now())
                .get(PROPOSAL, id)
                .then()
                .body("actions[0].description", equalTo("Sign the contract."))
                .body("actionsHash", nullValue())
                .body("timelock.delaySeconds", nullValue());
        publish(author, id)
                .body("actionsHash", matchesPattern("[0-9a-f]{64}"))
                .body("timelock.delaySeconds", equalTo(60))
                .body("outcome", nullValue());
        settle(space, 0, 0, 1);
        Instant certifiedAt = executions.conclude(space, id);

        expectState(id, "CHALLENGE");
        given().header("Freshness-Token", now())
                .get(PROPOSAL, id)
                .then()
                .body("outcome", equalTo("SUCCEEDED"))
                .body("timelock.challengeEndsAt", equalTo(certifiedAt.plusSeconds(3600).toString()))
                .body("timelock.eta", equalTo(certifiedAt.plusSeconds(3660).toString()))
                .body("timelock.expiresAt", equalTo(certifiedAt.plusSeconds(4260).toString()));
        as(author)
                .header("Freshness-Token", now())
                .get(PROPOSAL + "/versions", id)
                .then()
                .body("items[0].content.actions[0].kind", equalTo("MANUAL"));
        as(space.aMember("OWNER", 1))
                .body(note("Early."))
                .post(PROPOSAL + "/actions/1/done", id)
                .then()
                .statusCode(409)
                .body("code", equalTo("state-conflict"));
    }

    @Test
    void manyInstancesCarryOutAnActionOnce() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID id =
                executions.succeeded(
                        space,
                        author,
                        List.of(receiver.webhook("/once"), receiver.webhook("/twice")));
        try (ExecutorService instances = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                instances.execute(scheduler::tick);
            }
        }

        expectState(id, "EXECUTED");
        execution(id).body("actions.collect { it.attempts.size() }", contains(1, 1));
        assertThat(receiver.received()).hasSize(2);
    }

    @Test
    void aBadPlanIsNamedAndKeepsNothing() {
        FakeSpace space = users.aSpace();
        Map<String, Object> draft = draft(space.id());
        draft.put("actions", List.of(Map.of("kind", "WEBHOOK", "url", "http://example.org")));
        draft.put("timelock", Map.of("delaySeconds", -1));

        as(space.aMember(1))
                .body(draft)
                .post("/api/v1/proposals")
                .then()
                .statusCode(400)
                .body("errors.field", contains("actions[0].url", "timelock.delaySeconds"))
                .body("errors.rule", contains("https", "range"));
    }

    private void isSigned(WebhookReceiver.Received hook, UUID owner, UUID spaceId, UUID id)
            throws Exception {
        String key = key(owner, spaceId).statusCode(200).extract().path("key");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
        String signed =
                hook.header("dao-delivery")
                        + "."
                        + hook.header("dao-timestamp")
                        + "."
                        + hook.body();
        assertThat(hook.header("dao-signature"))
                .isEqualTo("v1=" + HexFormat.of().formatHex(mac.doFinal(signed.getBytes(UTF_8))));
        assertThat(hook.header("x-team")).isEqualTo("roof");
        assertThat(hook.body())
                .startsWith("{\"action\":1,\"actionsHash\":\"")
                .contains("\"proposalId\":\"" + id + "\"");
        execution(id).body("actions[0].executionId", equalTo(hook.header("dao-delivery")));
    }
}
