package com.rechain.dao.proposal.search;

import static com.rechain.dao.proposal.Fixture.PROPOSAL;
import static com.rechain.dao.proposal.Fixture.PROPOSALS;
import static com.rechain.dao.proposal.Fixture.aPublished;
import static com.rechain.dao.proposal.Fixture.created;
import static com.rechain.dao.proposal.Fixture.draft;
import static com.rechain.dao.proposal.Fixture.inDays;
import static com.rechain.dao.proposal.Fixture.now;
import static com.rechain.dao.proposal.Fixture.publish;
import static com.rechain.dao.proposal.search.Listed.ids;
import static com.rechain.dao.proposal.search.Listed.titled;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.proposal.VotingSide;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.fake.FakeSpace;
import com.rechain.dao.test.fake.FakeUserService;
import com.rechain.dao.test.fake.FakeUserServiceResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
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
        await().atMost(Duration.ofSeconds(60))
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
}
