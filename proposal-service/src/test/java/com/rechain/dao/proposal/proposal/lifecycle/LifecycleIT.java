package com.rechain.dao.proposal.proposal.lifecycle;

import static com.rechain.dao.proposal.Fixture.PROPOSAL;
import static com.rechain.dao.proposal.Fixture.aDraft;
import static com.rechain.dao.proposal.Fixture.aPublished;
import static com.rechain.dao.proposal.Fixture.as;
import static com.rechain.dao.proposal.Fixture.choiceDraft;
import static com.rechain.dao.proposal.Fixture.created;
import static com.rechain.dao.proposal.Fixture.draft;
import static com.rechain.dao.proposal.Fixture.inDays;
import static com.rechain.dao.proposal.Fixture.now;
import static com.rechain.dao.proposal.Fixture.publish;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.proposal.VotingSide;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.contract.EventContract;
import com.rechain.dao.test.event.KafkaProbe;
import com.rechain.dao.test.fake.FakeSpace;
import com.rechain.dao.test.fake.FakeUserService;
import com.rechain.dao.test.fake.FakeUserServiceResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "proposals"))
@WithTestResource(FakeUserServiceResource.class)
class LifecycleIT {
    private static final String TOPIC = "proposal-events";

    BackingServices backing;
    FakeUserService users;

    @Test
    void aProposalGoesAllTheWayFromDraftToOutcome() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID id = aDraft(space.id(), author);
        VotingSide voting = new VotingSide(backing);

        publish(author, id)
                .header("ETag", equalTo("\"1-pending\""))
                .body("state", equalTo("PENDING"))
                .body("startsAt", notNullValue())
                .body("rulesHash", matchesPattern("[0-9a-f]{64}"))
                .body("rules.system", equalTo("basic"));
        expectState(id, "PENDING");

        voting.electorateReady(id, space.id(), Instant.now().truncatedTo(ChronoUnit.MICROS));
        expectState(id, "ACTIVE");

        Instant certifiedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
        voting.certified(id, space.id(), "SUCCEEDED", certifiedAt);
        expectState(id, "COMPLETED");
        as(author)
                .header("Freshness-Token", now())
                .get(PROPOSAL, id)
                .then()
                .body("concludedAt", equalTo(certifiedAt.toString()));

        List<String> types = eventsOf(id, 3).stream().map(KafkaProbe::type).toList();
        assertThat(types)
                .containsExactly(
                        "proposal.published.v1", "proposal.started.v1", "proposal.concluded.v1");
    }

    @Test
    void everyEventKeepsItsContract() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        Map<String, Object> draft = choiceDraft(space.id());
        draft.put("rules", Map.of("visibility", "HIDDEN_UNTIL_CLOSE"));
        UUID id = created(author, draft);
        VotingSide voting = new VotingSide(backing);
        publish(author, id);
        voting.electorateReady(id, space.id(), Instant.now().truncatedTo(ChronoUnit.MICROS));
        voting.certified(id, space.id(), "NO_QUORUM", Instant.now().truncatedTo(ChronoUnit.MICROS));

        List<ConsumerRecord<String, String>> events = eventsOf(id, 3);

        events.forEach(event -> EventContract.assertKept(KafkaProbe.type(event), event.value()));
        JsonPath published = JsonPath.from(events.getFirst().value());
        assertThat(published.getString("proposalId")).isEqualTo(id.toString());
        assertThat(published.getString("spaceId")).isEqualTo(space.id().toString());
        assertThat(published.getString("authorId")).isEqualTo(author.toString());
        assertThat(published.getString("kind")).isEqualTo("STANDARD");
        assertThat(published.getString("system")).isEqualTo("single-choice");
        assertThat(published.getList("choices")).isEqualTo(List.of("Slate", "Copper", "Reed"));
        assertThat(published.getString("rules.visibility")).isEqualTo("HIDDEN_UNTIL_CLOSE");
        assertThat(published.getString("rules.changeOfVote")).isEqualTo("UNTIL_CLOSE");
        assertThat(published.getString("startsAt")).isEqualTo(published.getString("publishedAt"));
        assertThat(JsonPath.from(events.getLast().value()).getString("outcome"))
                .isEqualTo("NO_QUORUM");
    }

    @Test
    void theRulesAreGivenOutByteForByteAsTheyAreHashed() throws Exception {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID id = aDraft(space.id(), author);
        String before =
                as(author).header("Freshness-Token", now()).get(PROPOSAL + "/rules", id).asString();
        String hash = publish(author, id).extract().path("rulesHash");

        byte[] rules =
                given().header("Freshness-Token", now())
                        .get(PROPOSAL + "/rules", id)
                        .then()
                        .statusCode(200)
                        .contentType("application/json")
                        .header("Rules-Hash", equalTo(hash))
                        .extract()
                        .asByteArray();

        byte[] digest = MessageDigest.getInstance("SHA-256").digest(rules);
        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(hash);
        assertThat(new String(rules, UTF_8))
                .isEqualTo(before)
                .isEqualTo(
                        """
                        {"approval":{"base":"FOR_AGAINST","comparison":"GT","denominator":"2","numerator":"1"},"changeOfVote":"UNTIL_CLOSE","quorum":{"amount":"0","base":"CAST","comparison":"GE"},"system":"basic","ties":"DEFEAT","visibility":"PUBLIC_LIVE"}\
                        """);
    }

    @Test
    void aStartInTheFutureIsAnnouncedWhenItComes() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        Instant startsAt = Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.MICROS);
        Map<String, Object> draft = draft(space.id());
        draft.put("startsAt", startsAt.toString());
        UUID id = created(author, draft);
        publish(author, id)
                .body("state", equalTo("PENDING"))
                .body("startsAt", equalTo(startsAt.toString()));

        new VotingSide(backing)
                .electorateReady(id, space.id(), Instant.now().truncatedTo(ChronoUnit.MICROS));

        ConsumerRecord<String, String> started =
                new KafkaProbe(backing).await(TOPIC, "proposal.started.v1", id);
        assertThat(JsonPath.from(started.value()).getString("startedAt"))
                .isEqualTo(startsAt.toString());
        expectState(id, "ACTIVE");
    }

    @Test
    void theVoteMovesItsOwnEndUntilItIsDecided() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID id = aPublished(space.id(), author);
        VotingSide voting = new VotingSide(backing);
        Instant readyAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Instant first = readyAt.plusSeconds(100_000);
        Instant second = readyAt.plusSeconds(50_000);
        String scheduled = as(author).get(PROPOSAL, id).path("endsAt");

        voting.electorateReady(id, space.id(), readyAt);
        voting.windowMoved(id, space.id(), first, "EXTENDED", readyAt.plusMillis(2));
        voting.windowMoved(id, space.id(), readyAt, "DECIDED", readyAt.plusMillis(2));
        voting.windowMoved(id, space.id(), readyAt, "DECIDED", readyAt.plusMillis(1));
        voting.windowMoved(id, space.id(), second, "SUPER_QUORUM", readyAt.plusMillis(3));
        voting.certified(id, space.id(), "SURVEY_DONE", readyAt.plusMillis(4));
        voting.windowMoved(id, space.id(), first, "EXTENDED", readyAt.plusMillis(5));
        UUID last = aPublished(space.id(), author);
        voting.electorateReady(last, space.id(), readyAt);
        expectState(last, "ACTIVE");
        expectState(id, "SURVEY_DONE");

        given().header("Freshness-Token", now())
                .get(PROPOSAL, id)
                .then()
                .body("endsAt", equalTo(second.toString()))
                .body("scheduledEndsAt", equalTo(scheduled));
        List<ConsumerRecord<String, String>> events = eventsOf(id, 5);
        assertThat(events)
                .extracting(KafkaProbe::type)
                .containsExactly(
                        "proposal.published.v1",
                        "proposal.started.v1",
                        "proposal.extended.v1",
                        "proposal.extended.v1",
                        "proposal.concluded.v1");
        events.forEach(event -> EventContract.assertKept(KafkaProbe.type(event), event.value()));
    }

    @Test
    void anEventThatComesTwiceCountsOnce() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID id = aPublished(space.id(), author);
        VotingSide voting = new VotingSide(backing);
        Instant readyAt = Instant.now().truncatedTo(ChronoUnit.MICROS);

        UUID eventId = voting.electorateReady(id, space.id(), readyAt);
        voting.send(
                "voting-events",
                eventId,
                "electorate.ready.v1",
                id,
                "{\"proposalId\":\"%s\",\"readyAt\":\"%s\"}".formatted(id, readyAt.plusSeconds(9)));
        voting.electorateReady(id, space.id(), readyAt.plusSeconds(10));
        voting.certified(id, space.id(), "DEFEATED", readyAt);
        voting.certified(id, space.id(), "SUCCEEDED", readyAt.plusSeconds(1));
        UUID last = aPublished(space.id(), author);
        voting.electorateReady(last, space.id(), readyAt);
        expectState(last, "ACTIVE");
        expectState(id, "DEFEATED");
        eventsOf(id, 3);

        List<String> types =
                new KafkaProbe(backing)
                        .all(TOPIC, event -> id.toString().equals(event.key())).stream()
                                .map(KafkaProbe::type)
                                .toList();
        assertThat(types)
                .containsExactly(
                        "proposal.published.v1", "proposal.started.v1", "proposal.concluded.v1");
    }

    @Test
    void aResultThatIsHeldShowsAsHeldUntilItIsDecided() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID id = aPublished(space.id(), author);
        VotingSide voting = new VotingSide(backing);
        Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);

        voting.electorateReady(id, space.id(), at);
        voting.certified(id, space.id(), "HELD", at);
        expectState(id, "HELD");
        voting.certified(id, space.id(), "TIED", at);
        expectState(id, "TIED");

        assertThat(eventsOf(id, 3)).extracting(KafkaProbe::type).doesNotHaveDuplicates();
    }

    @Test
    void whatCannotBeAppliedGoesToTheDeadLetters() {
        UUID unknown = UUID.randomUUID();
        VotingSide voting = new VotingSide(backing);
        KafkaProbe probe = new KafkaProbe(backing);

        voting.send("voting-events", UUID.randomUUID(), "electorate.ready.v2", unknown, "{}");
        voting.send(
                "voting-events",
                UUID.randomUUID(),
                "result.certified.v1",
                unknown,
                "{\"outcome\":17}");
        voting.electorateReady(
                unknown, UUID.randomUUID(), Instant.now().truncatedTo(ChronoUnit.MICROS));

        assertThat(
                        probe.await(
                                "proposal-service-dead-letters",
                                event -> unknown.toString().equals(event.key()),
                                3))
                .hasSize(3);
    }

    @Test
    void itsAuthorCancelsItUntilVotingBegins() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID pending = aPublished(space.id(), author);
        UUID active = aPublished(space.id(), author);
        new VotingSide(backing)
                .electorateReady(active, space.id(), Instant.now().truncatedTo(ChronoUnit.MICROS));
        expectState(active, "ACTIVE");

        cancel(author, pending, "The roof holds another winter.")
                .statusCode(200)
                .body("state", equalTo("CANCELED"))
                .body("cancellation.by", equalTo(author.toString()))
                .body("cancellation.reason", equalTo("The roof holds another winter."));
        cancel(author, pending, "Once more").statusCode(409).body("state", equalTo("CANCELED"));
        cancel(author, active, "Too late")
                .statusCode(409)
                .body("code", equalTo("state-conflict"))
                .body("state", equalTo("ACTIVE"));

        ConsumerRecord<String, String> event =
                new KafkaProbe(backing).await(TOPIC, "proposal.canceled.v1", pending);
        EventContract.assertKept("proposal.canceled.v1", event.value());
        expectState(pending, "CANCELED");
    }

    @Test
    void guardiansAndModeratorsCancelItUntilItIsConcluded() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID active = aPublished(space.id(), author);
        UUID over = aPublished(space.id(), author);
        VotingSide voting = new VotingSide(backing);
        voting.electorateReady(active, space.id(), Instant.now().truncatedTo(ChronoUnit.MICROS));
        voting.certified(
                over, space.id(), "SUCCEEDED", Instant.now().truncatedTo(ChronoUnit.MICROS));
        expectState(active, "ACTIVE");
        expectState(over, "COMPLETED");

        cancel(space.aMember("MEMBER", 1), active, "I do not like it")
                .statusCode(403)
                .body("code", equalTo("forbidden"))
                .body(
                        "detail",
                        equalTo(
                                "Its author may cancel it until voting begins; guardians, moderators, admins and owners until"
                                        + " it is decided; who may veto it, until its actions are executed: GUARDIAN."));
        cancel(space.aMember("AUTHOR", 1), active, "I do not like it").statusCode(403);
        cancel(space.aMember("GUARDIAN", 1), over, "Too late")
                .statusCode(409)
                .body("state", equalTo("COMPLETED"));
        cancel(space.aMember("GUARDIAN", 1), active, "It is against our charter.").statusCode(200);
    }

    @Test
    void aCancellationNeedsAReason() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID id = aPublished(space.id(), author);

        cancel(author, id, "  ").statusCode(400).body("errors.field", hasItem("reason"));
        cancel(author, id, "x".repeat(5_001))
                .statusCode(400)
                .body("errors.rule", hasItem("length"));
        as(author).post(PROPOSAL + "/cancel", id).then().statusCode(400);
    }

    @Test
    void aDraftWhoseTimeHasPassedIsNotPublished() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        Map<String, Object> draft = draft(space.id());
        Instant startsAt = Instant.now().plusSeconds(5);
        draft.put("startsAt", startsAt.toString());
        UUID id = created(author, draft);

        await().until(() -> Instant.now().isAfter(startsAt.plusMillis(200)));

        as(author)
                .post(PROPOSAL + "/publish", id)
                .then()
                .statusCode(409)
                .body("code", equalTo("schedule-passed"))
                .body("errors.field", hasItem("startsAt"));
        as(author)
                .header("Freshness-Token", now())
                .get(PROPOSAL, id)
                .then()
                .body("state", equalTo("DRAFT"));
    }

    @Test
    void publishingTwiceIsAConflictUnlessItIsTheSameRequest() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID id = aDraft(space.id(), author);
        String key = "publish-" + UUID.randomUUID();

        String first =
                as(author)
                        .header("Idempotency-Key", key)
                        .post(PROPOSAL + "/publish", id)
                        .asString();
        String again =
                as(author)
                        .header("Idempotency-Key", key)
                        .post(PROPOSAL + "/publish", id)
                        .asString();

        assertThat(again).isEqualTo(first);
        as(author)
                .post(PROPOSAL + "/publish", id)
                .then()
                .statusCode(409)
                .body("state", equalTo("PENDING"));
    }

    @Test
    void whoHasLeftTheSpacePublishesNothing() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID id = aDraft(space.id(), author);

        space.remove(author);

        as(author).post(PROPOSAL + "/publish", id).then().statusCode(403);
        as(author)
                .header("Freshness-Token", now())
                .get(PROPOSAL, id)
                .then()
                .body("state", equalTo("DRAFT"));
    }

    @Test
    void aVoteMayLastAtMostAYear() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        Map<String, Object> draft = draft(space.id());

        draft.put("endsAt", inDays(367).toString());
        as(author)
                .body(draft)
                .post("/api/v1/proposals")
                .then()
                .statusCode(400)
                .body("errors.rule", hasItem("voting-period"));
        draft.put("endsAt", Instant.now().plusSeconds(59).toString());
        as(author)
                .body(draft)
                .post("/api/v1/proposals")
                .then()
                .statusCode(400)
                .body("errors.rule", hasItem("voting-period"));
        draft.put("endsAt", Instant.now().plusSeconds(65).toString());
        as(author).body(draft).post("/api/v1/proposals").then().statusCode(201);
    }

    private static ValidatableResponse cancel(UUID userId, UUID id, String reason) {
        return as(userId).body(Map.of("reason", reason)).post(PROPOSAL + "/cancel", id).then();
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
                .await(TOPIC, event -> id.toString().equals(event.key()), count);
    }
}
