package com.rechain.dao.proposal.search;

import static com.rechain.dao.proposal.Fixture.PROPOSAL;
import static com.rechain.dao.proposal.Fixture.PROPOSALS;
import static com.rechain.dao.proposal.Fixture.as;
import static com.rechain.dao.proposal.Fixture.draft;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.fake.FakeSpace;
import com.rechain.dao.test.fake.FakeUserService;
import com.rechain.dao.test.fake.FakeUserServiceResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "proposals"))
@WithTestResource(FakeUserServiceResource.class)
class ReadYourWritesIT {
    private static final int ROUNDS = 20;

    BackingServices backing;
    FakeUserService users;

    @Test
    void whatWasWrittenIsReadBackWhileTheReplicaStandsStill() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        writeAndRead(space, author, 0);

        backing.replica().server().pause();
        try {
            for (int i = 1; i <= ROUNDS; i++) {
                writeAndRead(space, author, i);
            }
        } finally {
            backing.replica().server().resume();
        }
        writeAndRead(space, author, ROUNDS + 1);
    }

    @Test
    void whatWasWrittenIsReadBackWhileTheReplicaIsGone() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);

        backing.replica().server().kill();
        try {
            for (int i = 0; i < ROUNDS; i++) {
                writeAndRead(space, author, i);
            }
        } finally {
            backing.replica().server().start();
            backing.replica().server().awaitReady(Duration.ofSeconds(60));
        }
        writeAndRead(space, author, ROUNDS);
    }

    /**
     * Draft, edit, publish, each read back with the token of its own answer, by everybody once it
     * is public.
     */
    private static void writeAndRead(FakeSpace space, UUID author, int round) {
        Response drafted = as(author).body(draft(space.id())).post(PROPOSALS);
        String id = drafted.then().statusCode(201).extract().path("id");
        as(author)
                .header("Freshness-Token", token(drafted))
                .get(PROPOSAL, id)
                .then()
                .statusCode(200)
                .body("version", equalTo(0));

        String title = "Title of the round number " + round;
        Response edited =
                as(author)
                        .header("If-Match", "\"0-draft\"")
                        .body(Map.of("title", title))
                        .patch(PROPOSAL, id);
        as(author)
                .header("Freshness-Token", token(edited))
                .get(PROPOSAL, id)
                .then()
                .statusCode(200)
                .body("title", equalTo(title));

        Response published = as(author).post(PROPOSAL + "/publish", id);
        given().header("Freshness-Token", token(published))
                .get(PROPOSAL, id)
                .then()
                .statusCode(200)
                .body("state", equalTo("PENDING"));
        given().header("Freshness-Token", token(published))
                .get(PROPOSALS + "?spaceId=" + space.id())
                .then()
                .statusCode(200)
                .body("items[0].id", equalTo(id));
        given().header("Freshness-Token", token(published))
                .get(PROPOSALS + "?q=round&spaceId=" + space.id())
                .then()
                .body("items.id", hasItem(id));
    }

    private static String token(Response write) {
        return write.header("Freshness-Token");
    }
}
