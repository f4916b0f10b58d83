package com.rechain.dao.proposal;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.test.event.KafkaProbe;
import com.rechain.dao.test.security.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What the integration tests have in common: requests in somebody's name, and proposals to try
 * things on.
 */
public final class Fixture {
    public static final String PROPOSALS = "/api/v1/proposals";
    public static final String PROPOSAL = PROPOSALS + "/{id}";
    public static final String TITLE = "Fund the harbour library";
    public static final String BODY =
            "The harbour library needs a new roof before the winter storms arrive again.";

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Fixture() {}

    /** A JSON request by {@code userId}. */
    public static RequestSpecification as(UUID userId) {
        return given().auth().oauth2(TestTokens.of(userId)).contentType(ContentType.JSON);
    }

    /**
     * A valid draft of a basic vote that starts when published and lasts a day; to be changed at
     * will.
     */
    public static Map<String, Object> draft(UUID spaceId) {
        Map<String, Object> draft = new HashMap<>();
        draft.put("spaceId", spaceId.toString());
        draft.put("title", TITLE);
        draft.put("body", BODY);
        draft.put("system", "basic");
        draft.put("endsAt", inDays(1).toString());
        return draft;
    }

    /** A valid draft with three choices. */
    public static Map<String, Object> choiceDraft(UUID spaceId) {
        Map<String, Object> draft = draft(spaceId);
        draft.put("system", "single-choice");
        draft.put("choices", List.of("Slate", "Copper", "Reed"));
        return draft;
    }

    public static Instant inDays(long days) {
        return Instant.now().plus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MICROS);
    }

    /** Stores a draft and returns its id. */
    public static UUID aDraft(UUID spaceId, UUID authorId) {
        return created(authorId, draft(spaceId));
    }

    public static UUID created(UUID authorId, Map<String, Object> draft) {
        return UUID.fromString(
                as(authorId)
                        .body(draft)
                        .post(PROPOSALS)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id"));
    }

    /** Publishes the draft of {@code authorId}. */
    public static ValidatableResponse publish(UUID authorId, UUID id) {
        return as(authorId).post(PROPOSAL + "/publish", id).then().statusCode(200);
    }

    /** Stores and publishes a proposal and returns its id. */
    public static UUID aPublished(UUID spaceId, UUID authorId) {
        UUID id = aDraft(spaceId, authorId);
        publish(authorId, id);
        return id;
    }

    /**
     * Reads a proposal with the token that makes the answer at least as fresh as {@code write}'s.
     */
    public static ValidatableResponse read(UUID readerId, UUID id, String freshness) {
        return as(readerId).header("Freshness-Token", freshness).get(PROPOSAL, id).then();
    }

    /** A token that asks for everything committed until now. */
    public static String now() {
        return "proposal-service=" + ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    /** Waits until whoever asks for everything committed sees the proposal in that state. */
    public static void expectState(UUID id, String state) {
        await().atMost(LIMIT)
                .untilAsserted(() ->
                        given().header("Freshness-Token", now())
                                .get(PROPOSAL, id)
                                .then()
                                .statusCode(200)
                                .body("state", equalTo(state)));
    }

    /** Waits for {@code count} events about a proposal. */
    public static List<ConsumerRecord<String, String>> eventsOf(
            BackingServices backing, UUID id, int count) {
        return new KafkaProbe(backing)
                .await("proposal-events", event -> id.toString().equals(event.key()), count);
    }
}
