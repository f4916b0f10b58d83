package com.rechain.dao.proposal.proposal.execution;

import static com.rechain.dao.proposal.Fixture.PROPOSAL;
import static com.rechain.dao.proposal.Fixture.as;
import static com.rechain.dao.proposal.Fixture.created;
import static com.rechain.dao.proposal.Fixture.draft;
import static com.rechain.dao.proposal.Fixture.publish;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.notNullValue;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.proposal.VotingSide;
import com.rechain.dao.test.fake.FakeSpace;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;

/** Proposals that have succeeded, and what is seen of their being carried out. */
record Executions(BackingServices backing) {
    private static final String SETTINGS =
            """
            {"proposing":{"role":"MEMBER","actionsRole":"MEMBER","threshold":"0"},"signOffs":{"count":0,"role":"MEMBER"},\
            "timelock":{"challengeSeconds":%d,"minDelaySeconds":%d,"graceSeconds":%d,"vetoRoles":["GUARDIAN"]}}\
            """;
    static final Map<String, Object> MANUAL =
            Map.of("kind", "MANUAL", "description", "Sign the contract.");

    /** Drafts, publishes and lets succeed a proposal with these actions. */
    UUID succeeded(FakeSpace space, UUID author, List<Map<String, Object>> actions) {
        Map<String, Object> draft = draft(space.id());
        draft.put("actions", actions);
        UUID id = created(author, draft);
        publish(author, id);
        conclude(space, id);
        return id;
    }

    /** Lets a published proposal succeed; gives the instant of its certification. */
    Instant conclude(FakeSpace space, UUID id) {
        VotingSide voting = new VotingSide(backing);
        Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);
        voting.electorateReady(id, space.id(), at);
        voting.certified(id, space.id(), "SUCCEEDED", at);
        return at;
    }

    /** Gives the space these seconds of challenge, of delay and of grace. */
    static void settle(FakeSpace space, int challenge, int delay, int grace) {
        space.settle(SETTINGS.formatted(challenge, delay, grace));
    }

    static Map<String, Object> note(String text) {
        return Map.of("note", text);
    }

    static ValidatableResponse veto(UUID userId, UUID id, String reason) {
        return as(userId).body(Map.of("reason", reason)).post(PROPOSAL + "/veto", id).then();
    }

    /** Asks for the key that the space's webhooks are signed with. */
    static ValidatableResponse key(UUID userId, UUID spaceId) {
        return as(userId)
                .queryParam("spaceId", spaceId)
                .get("/api/v1/proposals/webhook-key")
                .then();
    }

    static ValidatableResponse execution(UUID id) {
        return given().get(PROPOSAL + "/execution", id)
                .then()
                .statusCode(200)
                .body("proposalId", notNullValue());
    }

    static List<String> statuses(UUID id) {
        return execution(id).extract().path("actions.status");
    }

    static ConditionFactory awaitExecution(UUID id) {
        return await("execution of " + id).atMost(Duration.ofSeconds(60));
    }
}
