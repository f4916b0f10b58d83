package com.rechain.dao.proposal.search;

import static com.rechain.dao.proposal.Fixture.PROPOSAL;
import static com.rechain.dao.proposal.Fixture.PROPOSALS;
import static com.rechain.dao.proposal.Fixture.aDraft;
import static com.rechain.dao.proposal.Fixture.aPublished;
import static com.rechain.dao.proposal.Fixture.as;
import static com.rechain.dao.proposal.Fixture.now;
import static com.rechain.dao.proposal.Fixture.publish;
import static com.rechain.dao.proposal.search.Listed.FOR_EVERYONE;
import static com.rechain.dao.proposal.search.Listed.ids;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.fake.FakeSpace;
import com.rechain.dao.test.fake.FakeUserService;
import com.rechain.dao.test.fake.FakeUserServiceResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who sees what of proposals, one by one and in lists. */
@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "proposals"))
@WithTestResource(FakeUserServiceResource.class)
class ProposalSightIT {
    FakeUserService users;

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
}
