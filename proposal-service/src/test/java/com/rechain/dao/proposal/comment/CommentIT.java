package com.rechain.dao.proposal.comment;

import static com.rechain.dao.proposal.Fixture.PROPOSAL;
import static com.rechain.dao.proposal.Fixture.aDraft;
import static com.rechain.dao.proposal.Fixture.aPublished;
import static com.rechain.dao.proposal.Fixture.as;
import static com.rechain.dao.proposal.Fixture.now;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
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
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
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
class CommentIT {
    private static final String COMMENTS = PROPOSAL + "/comments";
    private static final String COMMENT = COMMENTS + "/{commentId}";

    BackingServices backing;
    FakeUserService users;

    @Test
    void membersDiscussAndEverybodyReads() {
        FakeSpace space = users.aSpace();
        UUID member = space.aMember(1);
        UUID id = aPublished(space.id(), space.aMember(5));

        String question =
                say(member, id, "Who pays for the scaffolding?", null)
                        .statusCode(201)
                        .header(
                                "Location",
                                matchesPattern(
                                        "/api/v1/proposals/" + id + "/comments/[0-9a-f-]{36}"))
                        .body("authorId", equalTo(member.toString()))
                        .body("parentId", nullValue())
                        .extract()
                        .path("id");
        String answer =
                say(member, id, "The harbour board does.", question)
                        .statusCode(201)
                        .body("parentId", equalTo(question))
                        .extract()
                        .path("id");

        given().header("Freshness-Token", now())
                .get(COMMENTS, id)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(question, answer)))
                .body("items[0].body", equalTo("Who pays for the scaffolding?"))
                .body("nextCursor", nullValue());
    }

    @Test
    void pagesOfCommentsFollowEachOther() {
        FakeSpace space = users.aSpace();
        UUID member = space.aMember(1);
        UUID id = aPublished(space.id(), space.aMember(5));
        List<String> said = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            said.add(say(member, id, "Comment number " + i, null).extract().path("id"));
        }

        List<String> read = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page =
                    given().header("Freshness-Token", now())
                            .get(
                                    COMMENTS
                                            + "?limit=2"
                                            + (cursor == null ? "" : "&cursor=" + cursor),
                                    id)
                            .jsonPath();
            read.addAll(page.getList("items.id"));
            cursor = page.getString("nextCursor");
        } while (cursor != null);

        assertThat(read).isEqualTo(said);
        given().header("Freshness-Token", now())
                .get(COMMENTS + "?limit=0", id)
                .then()
                .statusCode(400);
        given().header("Freshness-Token", now())
                .get(COMMENTS + "?cursor=zzz", id)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("cursor"));
    }

    @Test
    void aCommentIsAnnouncedWithoutItsText() {
        FakeSpace space = users.aSpace();
        UUID member = space.aMember(1);
        UUID id = aPublished(space.id(), space.aMember(5));

        String first = say(member, id, "Say no more.", null).extract().path("id");
        say(member, id, "An answer.", first);

        KafkaProbe probe = new KafkaProbe(backing);
        List<ConsumerRecord<String, String>> events =
                probe.await(
                        "proposal-events",
                        event ->
                                KafkaProbe.type(event).equals("comment.added.v1")
                                        && id.toString().equals(event.key()),
                        2);
        events.forEach(event -> EventContract.assertKept("comment.added.v1", event.value()));
        assertThat(events.getFirst().value()).contains(first).doesNotContain("Say no more");
    }

    @Test
    void whatIsTakenDownLeavesATombstone() {
        FakeSpace space = users.aSpace();
        UUID member = space.aMember(1);
        UUID other = space.aMember(1);
        UUID moderator = space.aMember("MODERATOR", 1);
        UUID id = aPublished(space.id(), space.aMember(5));
        String mine = say(member, id, "I regret this.", null).extract().path("id");
        String rude = say(member, id, "This is rude.", mine).extract().path("id");

        as(other).delete(COMMENT, id, mine).then().statusCode(403);
        given().delete(COMMENT, id, mine).then().statusCode(401);
        as(member).delete(COMMENT, id, mine).then().statusCode(204);
        as(member).delete(COMMENT, id, mine).then().statusCode(204);
        as(moderator).delete(COMMENT, id, rude).then().statusCode(204);
        as(moderator).delete(COMMENT, id, UUID.randomUUID()).then().statusCode(404);

        given().header("Freshness-Token", now())
                .get(COMMENTS, id)
                .then()
                .body("items", hasSize(2))
                .body("items.body", equalTo(Arrays.asList(null, null)))
                .body("items[0].deletedAt", notNullValue())
                .body("items[1].parentId", equalTo(mine));
    }

    @Test
    void strangersAndDraftsAreRefused() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID published = aPublished(space.id(), author);
        UUID draft = aDraft(space.id(), author);

        say(UUID.randomUUID(), published, "Hello", null)
                .statusCode(403)
                .body("code", equalTo("forbidden"));
        say(author, draft, "Note to self", null)
                .statusCode(409)
                .body("code", equalTo("state-conflict"));
        say(author, UUID.randomUUID(), "Into the void", null).statusCode(404);
        given().contentType("application/json")
                .body("{\"body\":\"Hello\"}")
                .post(COMMENTS, published)
                .then()
                .statusCode(401);
    }

    @Test
    void malformedCommentsAreRefused() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID id = aPublished(space.id(), author);
        UUID other = aPublished(space.id(), author);
        String elsewhere = say(author, other, "Elsewhere", null).extract().path("id");

        say(author, id, "", null).statusCode(400).body("errors.field", hasItem("body"));
        say(author, id, "x".repeat(5_001), null)
                .statusCode(400)
                .body("errors.rule", hasItem("length"));
        say(author, id, "x".repeat(5_000), null).statusCode(201);
        say(author, id, "An answer", elsewhere)
                .statusCode(400)
                .body("errors.field", hasItem("parentId"));
        say(author, id, "An answer", UUID.randomUUID().toString()).statusCode(400);
        as(author)
                .body("{\"body\":\"Hi\",\"colour\":\"red\"}")
                .post(COMMENTS, id)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("colour"));
    }

    @Test
    void aRepeatedCommentIsSaidOnce() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID id = aPublished(space.id(), author);
        Map<String, String> body = Map.of("body", "Only once");

        Response first =
                as(author).header("Idempotency-Key", "say-it").body(body).post(COMMENTS, id);
        Response again =
                as(author).header("Idempotency-Key", "say-it").body(body).post(COMMENTS, id);

        assertThat(again.asString()).isEqualTo(first.asString());
        as(author)
                .header("Idempotency-Key", "say-it")
                .body(Map.of("body", "Else"))
                .post(COMMENTS, id)
                .then()
                .statusCode(422);
        given().header("Freshness-Token", now()).get(COMMENTS, id).then().body("items", hasSize(1));
    }

    private static ValidatableResponse say(UUID userId, UUID id, String text, String parentId) {
        Map<String, Object> body = new HashMap<>();
        body.put("body", text);
        body.put("parentId", parentId);
        return as(userId).body(body).post(COMMENTS, id).then();
    }
}
