package com.rechain.dao.voting.ballot;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.fake.FakeSpace;
import com.rechain.dao.test.fake.FakeUserService;
import com.rechain.dao.test.fake.FakeUserServiceResource;
import com.rechain.dao.voting.support.Ledger;
import com.rechain.dao.voting.support.Proposal;
import com.rechain.dao.voting.support.VoterClient;
import com.rechain.dao.voting.support.Votes;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is shown of ballots, to whom and when. */
@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "voting"))
@WithTestResource(FakeUserServiceResource.class)
class BallotReadsIT {
    FakeUserService users;

    @Inject Votes votes;
    @Inject Ledger ledger;

    private FakeSpace space;
    private VoterClient voter;
    private VoterClient second;

    @BeforeEach
    void aSpaceWithTwoVoters() {
        space = users.aSpace();
        voter = VoterClient.of(space.aMember(5));
        second = VoterClient.of(space.aMember(3));
    }

    @Test
    void myBallotIsMineWithItsReceipt() {
        Proposal proposal = votes.open(Proposal.running(space.id()));
        voter.get("/ballot", proposal).then().statusCode(404);
        String receipt = voter.put(proposal, "{\"choice\":2,\"reason\":\"no\"}").asString();

        Response mine = voter.get("/ballot", proposal);

        mine.then().statusCode(200).body("choice", equalTo(2)).body("reason", equalTo("no"));
        assertThat(mine.asString()).contains("\"receipt\":" + receipt);
        second.get("/ballot", proposal).then().statusCode(404);
    }

    @Test
    void ballotsArePublicAndPaged() {
        Proposal proposal = votes.open(Proposal.running(space.id()));
        voter.cast(proposal, 1).then().statusCode(201);
        String token =
                second.cast(proposal, 2).then().statusCode(201).extract().header("Freshness-Token");

        Response firstPage =
                given().header("Freshness-Token", token)
                        .get("/api/v1/proposals/{id}/ballots?limit=1", proposal.id());
        String cursor = firstPage.path("nextCursor");
        Response lastPage =
                given().header("Freshness-Token", token)
                        .get(
                                "/api/v1/proposals/{id}/ballots?limit=1&cursor={c}",
                                proposal.id(),
                                cursor);

        firstPage
                .then()
                .statusCode(200)
                .body("items.voterId", contains(second.userId().toString()));
        lastPage.then()
                .statusCode(200)
                .body("items.voterId", contains(voter.userId().toString()))
                .body("items[0].choice", equalTo(1))
                .body("items[0].weight", equalTo("5"))
                .body("nextCursor", nullValue());
        given().get("/api/v1/proposals/{id}/ballots?limit=0", proposal.id()).then().statusCode(400);
        given().get("/api/v1/proposals/{id}/ballots?limit=101", proposal.id())
                .then()
                .statusCode(400);
        given().get("/api/v1/proposals/{id}/ballots?cursor=x", proposal.id())
                .then()
                .statusCode(400);
    }

    @Test
    void myBallotsAreListedOverAllProposals() {
        Proposal one = votes.open(Proposal.running(space.id()));
        Proposal two = votes.open(Proposal.running(space.id()));
        voter.cast(one, 1).then().statusCode(201);
        String token =
                voter.cast(two, 2).then().statusCode(201).extract().header("Freshness-Token");

        voter.with()
                .header("Freshness-Token", token)
                .get("/api/v1/users/me/ballots")
                .then()
                .statusCode(200)
                .body("items.proposalId", contains(two.id().toString(), one.id().toString()))
                .body("items", hasSize(2));
        given().get("/api/v1/users/me/ballots").then().statusCode(401);
    }

    @Test
    void hiddenBallotsAndTalliesAreSealedWhileVotingLasts() {
        Proposal proposal = votes.open(Proposal.running(space.id()).hidden());
        voter.cast(proposal, 1).then().statusCode(201);

        for (String path : new String[] {"/ballots", "/tally", "/result"}) {
            voter.get(path, proposal).then().statusCode(423).body("code", equalTo("result-sealed"));
        }
        voter.get("/ballot", proposal).then().statusCode(200).body("choice", equalTo(1));
    }

    @Test
    void aPreviewTellsWhatWouldHappenAndWritesNothing() {
        Proposal proposal = votes.open(Proposal.running(space.id()));

        preview(voter, proposal, 1)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("FIRST"))
                .body("weight", equalTo("5"));
        assertThat(ledger.revisions(proposal.id())).isZero();
        voter.cast(proposal, 1);
        preview(voter, proposal, 1).then().body("outcome", equalTo("REPEAT"));
        preview(voter, proposal, 2)
                .then()
                .body("outcome", equalTo("REPLACE"))
                .body("replaces", equalTo(1));
        preview(voter, proposal, 4).then().statusCode(422);
        preview(VoterClient.of(UUID.randomUUID()), proposal, 1)
                .then()
                .body("outcome", equalTo("NOT_ELIGIBLE"));
    }

    private static Response preview(VoterClient who, Proposal proposal, int choice) {
        return who.with()
                .body("{\"choice\":%d}".formatted(choice))
                .post("/api/v1/proposals/{id}/ballot/preview", proposal.id());
    }
}
