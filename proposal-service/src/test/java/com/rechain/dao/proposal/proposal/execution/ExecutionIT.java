package com.rechain.dao.proposal.proposal.execution;

import static com.rechain.dao.proposal.Fixture.PROPOSAL;
import static com.rechain.dao.proposal.Fixture.as;
import static com.rechain.dao.proposal.Fixture.created;
import static com.rechain.dao.proposal.Fixture.draft;
import static com.rechain.dao.proposal.Fixture.now;
import static com.rechain.dao.proposal.Fixture.publish;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.proposal.VotingSide;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.contract.EventContract;
import com.rechain.dao.test.event.KafkaProbe;
import com.rechain.dao.test.fake.FakeSpace;
import com.rechain.dao.test.fake.FakeUserService;
import com.rechain.dao.test.fake.FakeUserServiceResource;
import com.rechain.dao.test.fake.HttpStub;
import com.sun.net.httpserver.HttpExchange;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ExecutionIT.WithWebhooks.class)
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "proposals"))
@WithTestResource(FakeUserServiceResource.class)
class ExecutionIT {
    private static final String SETTINGS =
            """
            {"proposing":{"role":"MEMBER","actionsRole":"MEMBER","threshold":"0"},"signOffs":{"count":0,"role":"MEMBER"},\
            "timelock":{"challengeSeconds":%d,"minDelaySeconds":%d,"graceSeconds":%d,"vetoRoles":["GUARDIAN"]}}\
            """;
    private static final Map<String, Object> MANUAL =
            Map.of("kind", "MANUAL", "description", "Sign the contract.");

    BackingServices backing;
    FakeUserService users;
    @Inject ExecutionScheduler scheduler;

    private final Queue<Received> received = new ConcurrentLinkedQueue<>();
    private volatile int status = 200;
    private HttpStub receiver;

    record Received(String path, Map<String, List<String>> headers, String body) {
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow()
                    .getValue()
                    .getFirst();
        }
    }

    /** Webhooks to this machine, without TLS. */
    public static class WithWebhooks implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "dao.proposal.webhook.secret",
                    "a secret of thirty-two characters or more",
                    "dao.proposal.webhook.plain-hosts",
                    "localhost,127.0.0.1",
                    "dao.proposal.webhook.private-hosts",
                    "localhost",
                    "dao.proposal.execution.tries",
                    "2",
                    "dao.proposal.execution.backoff",
                    "PT0.1S");
        }
    }

    @BeforeEach
    void receive() {
        receiver = HttpStub.start(this::take);
    }

    @AfterEach
    void stopReceiving() {
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
                succeeded(
                        space, author, List.of(webhook("/first"), role, MANUAL, webhook("/last")));
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
        assertThat(received).extracting(Received::path).containsExactly("/first", "/last");
        assertThat(space.orders()).hasSize(1);
        assertThat(space.orders().values().iterator().next())
                .contains("\"role\":\"MODERATOR\"")
                .contains(id.toString());
        isSigned(received.peek(), owner, space.id(), id);
        List<ConsumerRecord<String, String>> events = eventsOf(id, 5);
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
        Instant certifiedAt = conclude(space, id);

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
    void whatFailsIsTriedAgainAndThenWhenSomebodyAsks() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID admin = space.aMember("ADMIN", 1);
        status = 500;
        UUID id = succeeded(space, author, List.of(webhook("/down"), MANUAL));

        expectState(id, "EXECUTED_WITH_ERRORS");
        execution(id)
                .body("actions.status", contains("FAILED", "PENDING"))
                .body("actions[0].attempts.result", contains("UNSURE", "UNSURE"))
                .body("actions[0].attempts.attempt", contains(1, 2));
        as(author).post(PROPOSAL + "/execute", id).then().statusCode(403);
        status = 204;
        as(admin).post(PROPOSAL + "/execute", id).then().statusCode(202);
        awaitExecution(id).until(() -> statuses(id), contains("DONE", "PENDING"));
        as(admin)
                .body(note("Signed."))
                .post(PROPOSAL + "/actions/2/done", id)
                .then()
                .statusCode(202);

        expectState(id, "EXECUTED");
        assertThat(received).hasSize(3);
        assertThat(received.stream().map(r -> r.header("dao-delivery")).distinct()).hasSize(1);
        assertThat(received.stream().map(Received::body).distinct()).hasSize(1);
        assertThat(eventsOf(id, 6))
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
        status = 302;
        UUID redirected = succeeded(space, author, List.of(webhook("/moved")));
        expectState(redirected, "EXECUTED_WITH_ERRORS");
        execution(redirected)
                .body("actions[0].attempts.result", contains("REFUSED"))
                .body("actions[0].attempts.detail", contains("HTTP 302 thanks"));
        assertThat(received).extracting(Received::path).containsExactly("/moved");

        status = 200;
        String inside = receiver.url().replace("localhost", "127.0.0.1") + "/inside";
        UUID priv = succeeded(space, author, List.of(Map.of("kind", "WEBHOOK", "url", inside)));
        expectState(priv, "EXECUTED_WITH_ERRORS");
        execution(priv)
                .body("actions[0].attempts.result", contains("REFUSED"))
                .body("actions[0].attempts.detail", contains("the host is not a public one"));
        assertThat(received).hasSize(1);

        space.answerOrdersWith(409);
        UUID refused =
                succeeded(
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
    void aGuardianVetoesWithAPublicReason() {
        FakeSpace space = users.aSpace();
        settle(space, 3600, 0, 600);
        UUID author = space.aMember(5);
        UUID guardian = space.aMember("GUARDIAN", 1);
        UUID owner = space.aMember("OWNER", 1);
        UUID id = succeeded(space, author, List.of(webhook("/never")));
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
        ConsumerRecord<String, String> event = eventsOf(id, 5).getLast();
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
        UUID id = succeeded(space, author, List.of(MANUAL));
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
        UUID id = succeeded(space, author, List.of(MANUAL));

        expectState(id, "EXPIRED");
        ConsumerRecord<String, String> event = eventsOf(id, 5).getLast();
        assertThat(KafkaProbe.type(event)).isEqualTo("proposal.expired.v1");
        EventContract.assertKept("proposal.expired.v1", event.value());
        as(space.aMember("OWNER", 1))
                .post(PROPOSAL + "/execute", id)
                .then()
                .statusCode(409)
                .body("state", equalTo("EXPIRED"));
    }

    @Test
    void whatPeopleDoWaitsForThePredecessorToo() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID owner = space.aMember("OWNER", 1);
        UUID first = succeeded(space, author, List.of(MANUAL));
        Map<String, Object> draft = draft(space.id());
        draft.put("actions", List.of(MANUAL));
        draft.put("timelock", Map.of("predecessorId", first.toString()));
        UUID second = created(author, draft);
        publish(author, second);
        conclude(space, second);
        expectState(second, "QUEUED");

        as(owner)
                .body(note("Signed."))
                .post(PROPOSAL + "/actions/1/done", second)
                .then()
                .statusCode(409)
                .body("predecessorId", equalTo(first.toString()));
    }

    @Test
    void aSuccessorWaitsForItsPredecessor() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID owner = space.aMember("OWNER", 1);
        UUID first = succeeded(space, author, List.of(MANUAL));
        Map<String, Object> draft = draft(space.id());
        draft.put("actions", List.of(webhook("/second")));
        draft.put("timelock", Map.of("predecessorId", first.toString()));
        UUID second = created(author, draft);
        publish(author, second);
        conclude(space, second);
        expectState(second, "QUEUED");
        expectState(first, "QUEUED");
        assertThat(received).isEmpty();
        as(owner)
                .post(PROPOSAL + "/execute", second)
                .then()
                .statusCode(409)
                .body("state", equalTo("QUEUED"))
                .body("predecessorId", equalTo(first.toString()));

        as(owner)
                .body(note("Signed."))
                .post(PROPOSAL + "/actions/1/done", first)
                .then()
                .statusCode(202);
        expectState(first, "EXECUTED");
        expectState(second, "EXECUTED");
        assertThat(received).hasSize(1);

        UUID elsewhere = aDraftWithPredecessor(users.aSpace(), first);
        assertThat(elsewhere).isNotNull();
    }

    @Test
    void manyInstancesCarryOutAnActionOnce() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID id = succeeded(space, author, List.of(webhook("/once"), webhook("/twice")));
        try (ExecutorService instances = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                instances.execute(scheduler::tick);
            }
        }

        expectState(id, "EXECUTED");
        execution(id).body("actions.collect { it.attempts.size() }", contains(1, 1));
        assertThat(received).hasSize(2);
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

    @Test
    void theWebhookKeyIsForThoseWhoRunTheSpace() {
        FakeSpace space = users.aSpace();

        key(space.aMember(1), space.id()).statusCode(403);
        key(space.aMember("ADMIN", 1), space.id())
                .statusCode(200)
                .header("Cache-Control", hasNoStore())
                .body("key", matchesPattern("[0-9a-f]{64}"));
        as(space.aMember(1))
                .get("/api/v1/proposals/webhook-key")
                .then()
                .statusCode(400)
                .body("errors.rule", hasItem("required"));
    }

    private static org.hamcrest.Matcher<String> hasNoStore() {
        return org.hamcrest.Matchers.containsString("no-store");
    }

    private static ValidatableResponse key(UUID userId, UUID spaceId) {
        return as(userId)
                .queryParam("spaceId", spaceId)
                .get("/api/v1/proposals/webhook-key")
                .then();
    }

    private static UUID aDraftWithPredecessor(FakeSpace space, UUID predecessor) {
        UUID author = space.aMember(5);
        Map<String, Object> draft = draft(space.id());
        draft.put("actions", List.of(MANUAL));
        draft.put("timelock", Map.of("predecessorId", predecessor.toString()));
        UUID id = created(author, draft);
        as(author)
                .post(PROPOSAL + "/publish", id)
                .then()
                .statusCode(409)
                .body("code", equalTo("predecessor-unknown"));
        return id;
    }

    private void isSigned(Received hook, UUID owner, UUID spaceId, UUID id) throws Exception {
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

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        received.add(
                new Received(
                        exchange.getRequestURI().getPath(),
                        Map.copyOf(exchange.getRequestHeaders()),
                        body));
        if (status == 302) {
            exchange.getResponseHeaders().set("Location", receiver.url() + "/elsewhere");
        }
        HttpStub.answer(exchange, status, "text/plain", status == 204 ? "" : "thanks");
    }

    private Map<String, Object> webhook(String path) {
        String url = receiver.url().replace("127.0.0.1", "localhost") + path;
        return Map.of("kind", "WEBHOOK", "url", url, "headers", Map.of("X-Team", "roof"));
    }

    private UUID succeeded(FakeSpace space, UUID author, List<Map<String, Object>> actions) {
        Map<String, Object> draft = draft(space.id());
        draft.put("actions", actions);
        UUID id = created(author, draft);
        publish(author, id);
        conclude(space, id);
        return id;
    }

    private Instant conclude(FakeSpace space, UUID id) {
        VotingSide voting = new VotingSide(backing);
        Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);
        voting.electorateReady(id, space.id(), at);
        voting.certified(id, space.id(), "SUCCEEDED", at);
        return at;
    }

    private static void settle(FakeSpace space, int challenge, int delay, int grace) {
        space.settle(SETTINGS.formatted(challenge, delay, grace));
    }

    private static Map<String, Object> note(String text) {
        return Map.of("note", text);
    }

    private static ValidatableResponse veto(UUID userId, UUID id, String reason) {
        return as(userId).body(Map.of("reason", reason)).post(PROPOSAL + "/veto", id).then();
    }

    private static ValidatableResponse execution(UUID id) {
        return given().get(PROPOSAL + "/execution", id)
                .then()
                .statusCode(200)
                .body("proposalId", notNullValue());
    }

    private static List<String> statuses(UUID id) {
        return execution(id).extract().path("actions.status");
    }

    private static org.awaitility.core.ConditionFactory awaitExecution(UUID id) {
        return await("execution of " + id).atMost(Duration.ofSeconds(20));
    }

    private static void expectState(UUID id, String state) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        given().header("Freshness-Token", now())
                                .get(PROPOSAL, id)
                                .then()
                                .statusCode(200)
                                .body("state", equalTo(state)));
    }

    private List<ConsumerRecord<String, String>> eventsOf(UUID id, int count) {
        return new KafkaProbe(backing)
                .await("proposal-events", event -> id.toString().equals(event.key()), count);
    }
}
