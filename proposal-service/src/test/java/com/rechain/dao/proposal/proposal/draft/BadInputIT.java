package com.rechain.dao.proposal.proposal.draft;

import static com.rechain.dao.proposal.Fixture.BODY;
import static com.rechain.dao.proposal.Fixture.PROPOSAL;
import static com.rechain.dao.proposal.Fixture.PROPOSALS;
import static com.rechain.dao.proposal.Fixture.TITLE;
import static com.rechain.dao.proposal.Fixture.aDraft;
import static com.rechain.dao.proposal.Fixture.as;
import static com.rechain.dao.proposal.Fixture.inDays;
import static com.rechain.dao.proposal.Fixture.now;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import com.rechain.dao.proposal.Fixture;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.fake.FakeSpace;
import com.rechain.dao.test.fake.FakeUserService;
import com.rechain.dao.test.fake.FakeUserServiceResource;
import com.rechain.dao.test.security.SigningKey;
import com.rechain.dao.test.security.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What no client should send: each is refused with a problem that says where, and nothing is
 * stored.
 */
@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "proposals"))
@WithTestResource(FakeUserServiceResource.class)
class BadInputIT {
    private static final String WHOLE =
            """
            {"spaceId":"%s","title":"%s","body":"%s","system":"basic","endsAt":"%s"%s}\
            """;

    FakeUserService users;

    @Test
    void bodiesThatAreNotTheRightJsonAreRefused() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);

        refused(author, "", 400, null);
        refused(author, "null", 400, null);
        refused(author, "{", 400, null);
        refused(author, "[]", 400, null);
        refused(author, "17", 400, null);
        refused(author, "{\"title\":\"cut off", 400, null);
        refused(author, whole(space, "") + "{}", 400, null);
        refused(author, whole(space, ",\"colour\":\"red\""), 400, "colour");
        refused(author, whole(space, ",\"title\":\"Another title for it\""), 400, null);
        refused(author, whole(space, ",\"labels\":\"money\""), 400, "labels");
        refused(author, whole(space, ",\"labels\":[17]"), 400, "labels[0]");
        refused(author, whole(space, ",\"choices\":{\"1\":\"For\"}"), 400, "choices");
        refused(author, whole(space, ",\"startsAt\":\"tomorrow\""), 400, "startsAt");
        refused(author, whole(space, ",\"startsAt\":1767225600"), 400, "startsAt");
        refused(author, whole(space, ",\"startsAt\":\"2020-01-01T00:00:00Z\""), 400, "startsAt");
        refused(author, whole(space, ",\"startsAt\":\"2200-01-01T00:00:00Z\""), 400, "startsAt");
        refused(
                author,
                whole(space, ",\"startsAt\":\"+999999999-01-01T00:00:00Z\""),
                400,
                "startsAt");
        refused(author, whole(space, ",\"rules\":17"), 400, "rules");
        refused(
                author,
                whole(
                        space,
                        ",\"rules\":{\"quorum\":{\"base\":\"CAST\",\"comparison\":\"GE\",\"amount\":\"-1\"}}"),
                400,
                "rules.quorum.amount");
        refused(author, whole(space, ",\"choices\":[\"Yes\",\"No\"]"), 400, "choices");
        refused(author, "[".repeat(40) + "]".repeat(40), 400, null);
        refused(author, draft("spaceId", "not-an-id", space), 400, "spaceId");
        refused(author, draft("title", 17, space), 400, "title");
        refused(author, draft("title", "Too short", space), 400, "title");
        refused(author, draft("body", "Too short", space), 400, "body");
        refused(author, draft("system", "lottery", space), 400, "system");
        refused(author, draft("endsAt", inDays(-1).toString(), space), 400, "endsAt");

        as(author)
                .header("Freshness-Token", now())
                .get(PROPOSALS + "?authorId=me")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void everyBrokenRuleIsNamedAtOnce() {
        FakeSpace space = users.aSpace();
        Map<String, Object> draft = Fixture.draft(space.id());
        draft.put("title", "short");
        draft.put("body", "short");
        draft.put("labels", List.of("a", "A"));
        draft.remove("endsAt");

        as(space.aMember(5))
                .body(draft)
                .post(PROPOSALS)
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("title", "body", "labels[1]", "endsAt")))
                .body("errors.rule", equalTo(List.of("length", "length", "distinct", "required")))
                .body("traceId", matchesPattern("[0-9a-f]{32}"))
                .body("type", equalTo("urn:rechain-dao:problem:malformed-request"));
    }

    @Test
    void invalidUtf8IsRefused() {
        FakeSpace space = users.aSpace();
        byte[] latin = whole(space, ",\"labels\":[\"caf\u00e9\"]").getBytes(ISO_8859_1);

        as(space.aMember(5))
                .body(latin)
                .post(PROPOSALS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void anotherMediaTypeIsRefused() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);

        given().auth()
                .oauth2(TestTokens.of(author))
                .contentType("text/plain")
                .body("Hello")
                .post(PROPOSALS)
                .then()
                .statusCode(415);
    }

    @Test
    void aPatchIsHeldToTheSameRules() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID id = aDraft(space.id(), author);

        patchRefused(author, id, "{\"title\":\"short\"}", "title");
        patchRefused(author, id, "{\"title\":null}", "title");
        patchRefused(author, id, "{\"title\":17}", "title");
        patchRefused(author, id, "{\"colour\":null}", "colour");
        patchRefused(author, id, "{\"spaceId\":\"" + UUID.randomUUID() + "\"}", "spaceId");
        patchRefused(author, id, "{\"state\":\"ACTIVE\"}", "state");
        patchRefused(author, id, "[]", "");
        patchRefused(author, id, "\"text\"", "");
        patchRefused(
                author, id, "{\"title\":\"A good title\",\"title\":\"Another good title\"}", "");
        patchRefused(author, id, "{\"endsAt\":\"" + Instant.now().plusSeconds(5) + "\"}", "endsAt");

        as(author)
                .header("Freshness-Token", now())
                .get(PROPOSAL, id)
                .then()
                .body("version", equalTo(0))
                .body("title", equalTo(TITLE));
    }

    @Test
    void forgedAndExpiredTokensOpenNothing() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        List<String> tokens =
                List.of(
                        TestTokens.draft(author, "author").expired(Duration.ofMinutes(5)).signed(),
                        TestTokens.draft(author, "author").header("alg", "none").unsigned(),
                        TestTokens.draft(author, "author")
                                .signedBy(SigningKey.untrusted("test-key"))
                                .signed(),
                        "not-a-token");

        for (String token : tokens) {
            given().auth()
                    .oauth2(token)
                    .contentType("application/json")
                    .body(Fixture.draft(space.id()))
                    .post(PROPOSALS)
                    .then()
                    .statusCode(401)
                    .body("code", equalTo("unauthenticated"));
        }
    }

    @Test
    void anIdempotencyKeyHasItsForm() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);

        as(author)
                .header("Idempotency-Key", "two words")
                .body(Fixture.draft(space.id()))
                .post(PROPOSALS)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("Idempotency-Key"));
        as(author)
                .header("Idempotency-Key", "x".repeat(256))
                .body(Fixture.draft(space.id()))
                .post(PROPOSALS)
                .then()
                .statusCode(400);
        as(author)
                .header("Idempotency-Key", "x".repeat(255))
                .body(Fixture.draft(space.id()))
                .post(PROPOSALS)
                .then()
                .statusCode(201);
    }

    private static Map<String, Object> draft(String field, Object value, FakeSpace space) {
        Map<String, Object> draft = Fixture.draft(space.id());
        draft.put(field, value);
        return draft;
    }

    private static void refused(UUID author, Object body, int status, String field) {
        Response response = as(author).body(body).post(PROPOSALS);

        assertThat(response.statusCode()).as("%s", body).isEqualTo(status);
        response.then()
                .contentType("application/problem+json")
                .body("code", equalTo("malformed-request"));
        if (field != null) {
            assertThat(response.jsonPath().getList("errors.field")).as("%s", body).contains(field);
        }
    }

    private static void patchRefused(UUID author, UUID id, String patch, String field) {
        Response response = as(author).header("If-Match", "*").body(patch).patch(PROPOSAL, id);

        assertThat(response.statusCode()).as(patch).isEqualTo(400);
        response.then()
                .contentType("application/problem+json")
                .body("code", equalTo("malformed-request"));
        if (!field.isEmpty()) {
            assertThat(response.jsonPath().getList("errors.field")).as(patch).contains(field);
        }
    }

    private static String whole(FakeSpace space, String more) {
        return WHOLE.formatted(space.id(), TITLE, BODY, inDays(1), more);
    }
}
