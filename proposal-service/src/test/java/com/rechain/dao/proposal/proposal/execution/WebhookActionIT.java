package com.rechain.dao.proposal.proposal.execution;

import static com.rechain.dao.proposal.Fixture.PROPOSAL;
import static com.rechain.dao.proposal.Fixture.as;
import static com.rechain.dao.proposal.Fixture.eventsOf;
import static com.rechain.dao.proposal.Fixture.expectState;
import static com.rechain.dao.proposal.proposal.execution.Executions.MANUAL;
import static com.rechain.dao.proposal.proposal.execution.Executions.awaitExecution;
import static com.rechain.dao.proposal.proposal.execution.Executions.execution;
import static com.rechain.dao.proposal.proposal.execution.Executions.key;
import static com.rechain.dao.proposal.proposal.execution.Executions.note;
import static com.rechain.dao.proposal.proposal.execution.Executions.statuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.test.backing.BackingServicesResource;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a webhook that is not answered well, and who can check that one is ours. */
@QuarkusTest
@TestProfile(WithWebhooks.class)
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "proposals"))
@WithTestResource(FakeUserServiceResource.class)
class WebhookActionIT {
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
    void whatFailsIsTriedAgainAndThenWhenSomebodyAsks() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID admin = space.aMember("ADMIN", 1);
        receiver.answersWith(500);
        UUID id = executions.succeeded(space, author, List.of(receiver.webhook("/down"), MANUAL));

        expectState(id, "EXECUTED_WITH_ERRORS");
        execution(id)
                .body("actions.status", contains("FAILED", "PENDING"))
                .body("actions[0].attempts.result", contains("UNSURE", "UNSURE"))
                .body("actions[0].attempts.attempt", contains(1, 2));
        as(author).post(PROPOSAL + "/execute", id).then().statusCode(403);
        receiver.answersWith(204);
        as(admin).post(PROPOSAL + "/execute", id).then().statusCode(202);
        awaitExecution(id).until(() -> statuses(id), contains("DONE", "PENDING"));
        as(admin)
                .body(note("Signed."))
                .post(PROPOSAL + "/actions/2/done", id)
                .then()
                .statusCode(202);

        expectState(id, "EXECUTED");
        assertThat(receiver.received()).hasSize(3);
        assertThat(receiver.received().stream().map(r -> r.header("dao-delivery")).distinct())
                .hasSize(1);
        assertThat(receiver.received().stream().map(WebhookReceiver.Received::body).distinct())
                .hasSize(1);
        assertThat(eventsOf(backing, id, 6))
                .extracting(KafkaProbe::type)
                .containsSequence("proposal.execution-failed.v1", "proposal.executed.v1");
        as(admin)
                .post(PROPOSAL + "/execute", id)
                .then()
                .statusCode(409)
                .body("state", equalTo("EXECUTED"));
    }

    @Test
    void aRefusalARedirectAndAPrivateAddressAreNotTriedAgain() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        receiver.answersWith(302);
        UUID redirected = executions.succeeded(space, author, List.of(receiver.webhook("/moved")));
        expectState(redirected, "EXECUTED_WITH_ERRORS");
        execution(redirected)
                .body("actions[0].attempts.result", contains("REFUSED"))
                .body("actions[0].attempts.detail", contains("HTTP 302 thanks"));
        assertThat(receiver.received())
                .extracting(WebhookReceiver.Received::path)
                .containsExactly("/moved");

        receiver.answersWith(200);
        String inside = receiver.privateUrl() + "/inside";
        UUID priv =
                executions.succeeded(
                        space, author, List.of(Map.of("kind", "WEBHOOK", "url", inside)));
        expectState(priv, "EXECUTED_WITH_ERRORS");
        execution(priv)
                .body("actions[0].attempts.result", contains("REFUSED"))
                .body("actions[0].attempts.detail", contains("the host is not a public one"));
        assertThat(receiver.received()).hasSize(1);

        space.answerOrdersWith(409);
        UUID refused =
                executions.succeeded(
                        space,
                        author,
                        List.of(Map.of("kind", "SETTINGS", "changes", Map.of("x", 1))));
        expectState(refused, "EXECUTED_WITH_ERRORS");
        execution(refused)
                .body(
                        "actions[0].attempts.detail",
                        contains(startsWith("user-service answered 409")));
    }

    @Test
    void theWebhookKeyIsForThoseWhoRunTheSpace() {
        FakeSpace space = users.aSpace();

        key(space.aMember(1), space.id()).statusCode(403);
        key(space.aMember("ADMIN", 1), space.id())
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("key", matchesPattern("[0-9a-f]{64}"));
        as(space.aMember(1))
                .get("/api/v1/proposals/webhook-key")
                .then()
                .statusCode(400)
                .body("errors.rule", hasItem("required"));
    }
}
