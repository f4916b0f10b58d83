package com.rechain.dao.proposal.search;

import static com.rechain.dao.proposal.Fixture.PROPOSAL;
import static com.rechain.dao.proposal.Fixture.PROPOSALS;
import static com.rechain.dao.proposal.Fixture.aDraft;
import static com.rechain.dao.proposal.Fixture.aPublished;
import static com.rechain.dao.proposal.Fixture.as;
import static com.rechain.dao.proposal.Fixture.created;
import static com.rechain.dao.proposal.Fixture.draft;
import static com.rechain.dao.proposal.Fixture.inDays;
import static com.rechain.dao.proposal.Fixture.now;
import static com.rechain.dao.proposal.Fixture.publish;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.proposal.VotingSide;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.fake.FakeSpace;
import com.rechain.dao.test.fake.FakeUserService;
import com.rechain.dao.test.fake.FakeUserServiceResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "proposals"))
@WithTestResource(FakeUserServiceResource.class)
class ProposalSearchIT {
    private static final String FOR_EVERYONE =
            "public, max-age=0, s-maxage=1, stale-while-revalidate=30, stale-if-error=300";
    BackingServices backing;
    FakeUserService users;

    @Test
    void pagingIsCompleteAndStableWhileRowsAreAdded() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        List<String> published = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            published.add(aPublished(space.id(), author).toString());
        }
        Collections.reverse(published);

        List<String> read = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page =
                    given().header("Freshness-Token", now())
                            .get(PROPOSALS + "?limit=3&spaceId=" + space.id() + cursor)
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath();
            read.addAll(page.getList("items.id"));
            cursor =
                    page.getString("nextCursor") == null
                            ? null
                            : "&cursor=" + page.getString("nextCursor");
            aPublished(space.id(), author);
        } while (cursor != null);

        assertThat(read).isEqualTo(published);
    }

    @Test
    void everySortIsAWholeOrder() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        String first = endingIn(space, author, 3);
        String second = endingIn(space, author, 1);
        String third = endingIn(space, author, 2);

        assertThat(all(space, "newest")).containsExactly(third, second, first);
        assertThat(all(space, "oldest")).containsExactly(first, second, third);
        assertThat(all(space, "endsAt")).containsExactly(second, third, first);
        assertThat(all(space, "-endsAt")).containsExactly(first, third, second);
    }

    @Test
    void stateAuthorAndLabelNarrowTheList() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID other = space.aMember(5);
        String active = aPublished(space.id(), author).toString();
        String pending = aPublished(space.id(), other).toString();
        Map<String, Object> labelled = draft(space.id());
        labelled.put("labels", List.of("Money"));
        UUID money = created(author, labelled);
        publish(author, money);
        new VotingSide(backing)
                .electorateReady(
                        UUID.fromString(active),
                        space.id(),
                        Instant.now().truncatedTo(ChronoUnit.MICROS));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(ids(space, "&state=ACTIVE")).containsExactly(active));

        assertThat(ids(space, "&state=PENDING")).containsExactly(money.toString(), pending);
        assertThat(ids(space, "&state=CANCELED")).isEmpty();
        assertThat(ids(space, "&authorId=" + other)).containsExactly(pending);
        assertThat(ids(space, "&label=MONEY")).containsExactly(money.toString());
        assertThat(ids(space, "&label=mon")).isEmpty();
        assertThat(ids(space, "&authorId=" + author + "&state=PENDING"))
                .containsExactly(money.toString());
    }

    @Test
    void wordsAreFoundInTitleAndBody() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        String harbour =
                titled(
                        space,
                        author,
                        "Rebuild the lighthouse stairs",
                        "The stairs of the lighthouse are steep and need handrails soon.");
        String orchard =
                titled(
                        space,
                        author,
                        "Plant apple trees in the orchard",
                        "Twenty apple trees would shade the path behind the lighthouse.");

        assertThat(ids(space, "&q=lighthouse")).containsExactly(orchard, harbour);
        assertThat(ids(space, "&q=lightho")).containsExactly(orchard, harbour);
        assertThat(ids(space, "&q=STAIRS%20handrails")).containsExactly(harbour);
        assertThat(ids(space, "&q=apple%20stairs")).isEmpty();
        assertThat(ids(space, "&q=-apple%20%2Blighthouse")).containsExactly(orchard);
        assertThat(ids(space, "&q=the%20orchard")).containsExactly(orchard);
        assertThat(ids(space, "&q=lighthouse&limit=1")).containsExactly(orchard);
    }

    @Test
    void draftsAreListedForTheirAuthorAlone() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID other = space.aMember(5);
        String mine = aDraft(space.id(), author).toString();
        String open = aPublished(space.id(), author).toString();
        String where = PROPOSALS + "?spaceId=" + space.id();

        assertThat(ids(author, where + "&authorId=me")).containsExactly(open, mine);
        assertThat(ids(author, where + "&state=DRAFT")).containsExactly(mine);
        assertThat(ids(author, PROPOSALS + "?authorId=me")).containsExactly(open, mine);
        assertThat(ids(author, where)).containsExactly(open);
        assertThat(ids(other, where + "&authorId=" + author)).containsExactly(open);
        assertThat(ids(other, where + "&state=DRAFT")).isEmpty();
        assertThat(ids(other, where + "&state=DRAFT&authorId=" + author)).isEmpty();
        given().get(where + "&state=DRAFT").then().statusCode(401);
        given().get(where + "&authorId=me")
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthenticated"));
    }

    @Test
    void whatIsPrivateIsForMembers() {
        FakeSpace space = users.aSpace("PRIVATE");
        UUID author = space.aMember(5);
        UUID member = space.aMember(1);
        UUID stranger = UUID.randomUUID();
        UUID id = aPublished(space.id(), author);
        String where = PROPOSALS + "?spaceId=" + space.id();

        as(member)
                .header("Freshness-Token", now())
                .get(PROPOSAL, id)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("private, no-cache"));
        assertThat(ids(member, where)).containsExactly(id.toString());
        as(stranger).header("Freshness-Token", now()).get(PROPOSAL, id).then().statusCode(404);
        given().header("Freshness-Token", now()).get(PROPOSAL, id).then().statusCode(404);
        given().header("Freshness-Token", now())
                .get(PROPOSAL + "/rules", id)
                .then()
                .statusCode(404);
        given().header("Freshness-Token", now())
                .get(PROPOSAL + "/versions", id)
                .then()
                .statusCode(404);
        given().header("Freshness-Token", now())
                .get(PROPOSAL + "/comments", id)
                .then()
                .statusCode(404);
        as(stranger).get(where).then().statusCode(404);
        given().get(where).then().statusCode(404);
        as(stranger)
                .body(Map.of("reason", "no"))
                .post(PROPOSAL + "/cancel", id)
                .then()
                .statusCode(404);

        users.goAway();
        try {
            as(member)
                    .get(PROPOSAL, id)
                    .then()
                    .statusCode(503)
                    .body("code", equalTo("membership-unknown"));
        } finally {
            users.comeBack();
        }
    }

    @Test
    void onlyPublicSpacesStandInTheListOfAll() {
        FakeSpace open = users.aSpace("PUBLIC");
        FakeSpace unlisted = users.aSpace("UNLISTED");
        FakeSpace closed = users.aSpace("PRIVATE");
        String shown = aPublished(open.id(), open.aMember(5)).toString();
        String byLink = aPublished(unlisted.id(), unlisted.aMember(5)).toString();
        UUID hermit = closed.aMember(5);
        String hidden = aPublished(closed.id(), hermit).toString();

        given().header("Freshness-Token", now())
                .get(PROPOSALS)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo(FOR_EVERYONE))
                .body("items.id", hasItem(shown))
                .body("items.id", not(hasItem(byLink)))
                .body("items.id", not(hasItem(hidden)));
        given().header("Freshness-Token", now())
                .get(PROPOSALS + "?spaceId=" + unlisted.id())
                .then()
                .body("items.id", hasItem(byLink));
        assertThat(ids(hermit, PROPOSALS + "?authorId=me")).containsExactly(hidden);
    }

    @Test
    void aPageIsSentOnceAndThenOnlyConfirmed() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        aPublished(space.id(), author);
        String where = PROPOSALS + "?spaceId=" + space.id();

        Response first = given().header("Freshness-Token", now()).get(where);
        String etag = first.header("ETag");

        given().header("If-None-Match", etag)
                .get(where)
                .then()
                .statusCode(304)
                .header("ETag", equalTo(etag))
                .body(equalTo(""));
        given().header("If-None-Match", "W/" + etag + ", \"other\"")
                .get(where)
                .then()
                .statusCode(304);
        assertThat(given().get(where).asByteArray()).isEqualTo(first.asByteArray());

        String added = aPublished(space.id(), author).toString();
        given().header("If-None-Match", etag)
                .get(where)
                .then()
                .statusCode(200)
                .body("items[0].id", equalTo(added));
    }

    @Test
    void aProposalIsConfirmedUntilItChanges() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID id = aPublished(space.id(), author);

        given().get(PROPOSAL, id)
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"1-pending"))
                .header("Cache-Control", equalTo(FOR_EVERYONE))
                .header("Vary", equalTo("Accept-Encoding, Authorization, Freshness-Token"));
        as(author)
                .get(PROPOSAL, id)
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"1-pending"))
                .header("Cache-Control", equalTo("private, no-cache"));
        given().header("If-None-Match", "\"1-pending\", \"1-pending-gzip\"")
                .get(PROPOSAL, id)
                .then()
                .statusCode(304);

        as(author)
                .body(Map.of("reason", "Changed my mind"))
                .post(PROPOSAL + "/cancel", id)
                .then()
                .statusCode(200);
        given().header("If-None-Match", "\"1-pending\"")
                .get(PROPOSAL, id)
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"2-canceled"));
    }

    @Test
    void whatEverybodyReadsIsSentInTheSmallestEncodingTheReaderTakes() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID id =
                UUID.fromString(
                        titled(space, author, "A long one", "All work and no play. ".repeat(100)));

        Response plain = encoded("identity", id);
        Response gzipped = encoded("gzip", id);
        Response brotli = encoded("gzip, br", id);

        assertThat(plain.header("Content-Encoding")).isNull();
        assertThat(gzipped.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(brotli.header("Content-Encoding")).isEqualTo("br");
        assertThat(plain.header("ETag")).isEqualTo("\"1-pending\"");
        assertThat(gzipped.header("ETag")).isEqualTo("\"1-pending-gzip\"");
        assertThat(brotli.header("ETag")).isEqualTo("\"1-pending-br\"");
        assertThat(brotli.asByteArray().length)
                .isLessThan(gzipped.asByteArray().length)
                .isLessThan(plain.asByteArray().length / 3);
        assertThat(brotli.header("Cache-Tag")).isEqualTo("proposal:" + id + ",space:" + space.id());
    }

    @Test
    void rulesVersionsAndCommentsOfWhatIsPublicMayBeKeptByEverybodyForAMoment() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID id = aPublished(space.id(), author);

        for (String part : List.of("/rules", "/versions", "/comments")) {
            Response first = given().header("Freshness-Token", now()).get(PROPOSAL + part, id);
            first.then()
                    .statusCode(200)
                    .header("Cache-Control", equalTo(FOR_EVERYONE))
                    .header("Cache-Tag", containsString("proposal:" + id));
            given().header("If-None-Match", first.header("ETag"))
                    .get(PROPOSAL + part, id)
                    .then()
                    .statusCode(304);
        }

        as(author)
                .body(Map.of("body", "First!"))
                .post(PROPOSAL + "/comments", id)
                .then()
                .statusCode(201);
        given().get(PROPOSAL + "/comments", id).then().body("items[0].body", equalTo("First!"));
    }

    private static Response encoded(String acceptEncoding, UUID id) {
        return given().config(
                        RestAssured.config()
                                .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .header("Accept-Encoding", acceptEncoding)
                .get(PROPOSAL, id);
    }

    @Test
    void aCachedAnswerEndsWhenTheVoteDoes() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID id = aPublished(space.id(), author);
        given().get(PROPOSAL, id).then().body("state", equalTo("PENDING"));
        String where = PROPOSALS + "?state=ACTIVE&spaceId=" + space.id();
        given().get(where).then().body("items", hasSize(0));
        Instant later = Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.MICROS);

        // Ready at an instant to come: at that instant nothing is written, and yet the answers
        // change.
        new VotingSide(backing).electorateReady(id, space.id(), later);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> given().get(PROPOSAL, id).then().body("state", equalTo("ACTIVE")));
        given().get(where).then().body("items.id", equalTo(List.of(id.toString())));
        assertThat(Instant.now()).isAfter(later.minusMillis(1));
    }

    @Test
    void whatWasPublishedIsAllThatOthersSeeOfItsPast() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID id = aDraft(space.id(), author);
        as(author)
                .header("If-Match", "*")
                .body(Map.of("title", "The title that is published"))
                .patch(PROPOSAL, id)
                .then()
                .statusCode(200);
        publish(author, id);

        given().header("Freshness-Token", now())
                .get(PROPOSAL + "/versions", id)
                .then()
                .statusCode(200)
                .body("items.revision", equalTo(List.of(2)))
                .body("items[0].published", equalTo(true))
                .body("nextCursor", nullValue());
        as(author)
                .header("Freshness-Token", now())
                .get(PROPOSAL + "/versions", id)
                .then()
                .body("items.revision", equalTo(List.of(2, 1)));
    }

    @Test
    void wrongParametersAreNamed() {
        refused("limit=0", "limit");
        refused("limit=101", "limit");
        refused("limit=many", "limit");
        refused("cursor=!!!", "cursor");
        refused("cursor=bm9uc2Vuc2U", "cursor");
        refused("state=OPEN", "state");
        refused("sort=random", "sort");
        refused("spaceId=17", "spaceId");
        refused("spaceId=1-1-1-1-1", "spaceId");
        refused("authorId=you", "authorId");
        refused("q=%2B-%2A", "q");
        refused("q=" + "x".repeat(201), "q");
        given().header("Freshness-Token", "soon")
                .get(PROPOSALS)
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed-request"));
        given().get(PROPOSALS + "?spaceId=" + UUID.randomUUID()).then().statusCode(404);
        given().get(PROPOSAL, "not-an-id").then().statusCode(404);
    }

    @Test
    void aCursorOfAnotherOrderIsRefused() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        aPublished(space.id(), author);
        aPublished(space.id(), author);
        String cursor =
                given().header("Freshness-Token", now())
                        .get(PROPOSALS + "?limit=1&spaceId=" + space.id())
                        .then()
                        .extract()
                        .path("nextCursor");

        refused("sort=endsAt&cursor=" + cursor, "cursor");
    }

    private static void refused(String query, String field) {
        given().urlEncodingEnabled(false)
                .get(PROPOSALS + "?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("malformed-request"))
                .body("errors.field", hasItem(field));
    }

    private static String endingIn(FakeSpace space, UUID author, int days) {
        Map<String, Object> draft = draft(space.id());
        draft.put("endsAt", inDays(days).toString());
        UUID id = created(author, draft);
        publish(author, id);
        return id.toString();
    }

    private static String titled(FakeSpace space, UUID author, String title, String body) {
        Map<String, Object> draft = draft(space.id());
        draft.put("title", title);
        draft.put("body", body);
        UUID id = created(author, draft);
        publish(author, id);
        return id.toString();
    }

    /** Reads the whole list one row at a time. */
    private static List<String> all(FakeSpace space, String sort) {
        List<String> read = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page =
                    given().header("Freshness-Token", now())
                            .get(
                                    PROPOSALS
                                            + "?limit=1&sort="
                                            + sort
                                            + "&spaceId="
                                            + space.id()
                                            + (cursor == null ? "" : "&cursor=" + cursor))
                            .jsonPath();
            read.addAll(page.getList("items.id"));
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        return read;
    }

    private static List<String> ids(FakeSpace space, String more) {
        return given().urlEncodingEnabled(false)
                .header("Freshness-Token", now())
                .get(PROPOSALS + "?spaceId=" + space.id() + more)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    private static List<String> ids(UUID reader, String where) {
        return as(reader)
                .header("Freshness-Token", now())
                .get(where)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }
}
