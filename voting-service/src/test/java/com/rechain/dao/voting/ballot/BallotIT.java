package com.rechain.dao.voting.ballot;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.fake.FakeSpace;
import com.rechain.dao.test.fake.FakeUserService;
import com.rechain.dao.test.fake.FakeUserServiceResource;
import com.rechain.dao.test.security.TestTokens;
import com.rechain.dao.voting.support.Ledger;
import com.rechain.dao.voting.support.Proposal;
import com.rechain.dao.voting.support.VoterClient;
import com.rechain.dao.voting.support.Votes;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "voting"))
@WithTestResource(FakeUserServiceResource.class)
class BallotIT {
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
    void theFirstBallotIsCreatedAnotherReplacesItTheSameIsReplayed() {
        Proposal proposal = votes.open(Proposal.running(space.id()));

        Response first = voter.cast(proposal, 1);
        Response same = voter.cast(proposal, 1);
        Response other = voter.cast(proposal, 2);

        first.then()
                .statusCode(201)
                .header("Freshness-Token", matchesPattern("voting-service=\\d{16}"))
                .body("proposalId", equalTo(proposal.id().toString()))
                .body("voterId", equalTo(voter.userId().toString()))
                .body("revision", equalTo(1))
                .body("choice", equalTo(1))
                .body("reasonHash", nullValue())
                .body("weight", equalTo("5"))
                .body("rulesHash", equalTo(proposal.rules().hash()))
                .body("ballotHash", matchesPattern("[0-9a-f]{64}"))
                .body("castAt", notNullValue());
        assertThat(same.statusCode()).isEqualTo(200);
        assertThat(same.asByteArray()).isEqualTo(first.asByteArray());
        other.then().statusCode(200).body("revision", equalTo(2)).body("choice", equalTo(2));
        assertThat(ledger.currentBallots(proposal.id())).isEqualTo(1);
        assertThat(ledger.revisions(proposal.id())).isEqualTo(2);
        assertThat(ledger.counters(proposal.id())).isEqualTo(ledger.recount(proposal.id()));
    }

    @Test
    void anotherReasonIsAnotherBallot() {
        Proposal proposal = votes.open(Proposal.running(space.id()));
        voter.put(proposal, "{\"choice\":1,\"reason\":\"It is good — ✓\"}").then().statusCode(201);

        voter.put(proposal, "{\"choice\":1,\"reason\":\"It is good — ✓\"}")
                .then()
                .statusCode(200)
                .body("revision", equalTo(1));
        voter.put(proposal, "{\"choice\":1}").then().statusCode(200).body("revision", equalTo(2));
    }

    @Test
    void aRetryWithTheSameKeyGetsTheSameReceiptAndAnotherBallotIsRefused() {
        Proposal proposal = votes.open(Proposal.running(space.id()));

        Response first = voter.cast(proposal, 1, "key-1");
        voter.cast(proposal, 2).then().statusCode(200);
        Response retry = voter.cast(proposal, 1, "key-1");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(retry.statusCode()).isEqualTo(200);
        assertThat(retry.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(retry.asByteArray()).isEqualTo(first.asByteArray());
        voter.cast(proposal, 3, "key-1")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        second.cast(proposal, 3, "key-1").then().statusCode(201);
        assertThat(ledger.keys(proposal.id())).isEqualTo(2);
    }

    @Test
    void whoHadNoWeightAtTheStartIsNotEligible() {
        Proposal proposal = votes.open(Proposal.running(space.id()));
        VoterClient late = VoterClient.of(space.aMember(0));

        late.cast(proposal, 1)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("not-eligible"))
                .body("sources[0].weight", equalTo("0"));
    }

    @Test
    void aSecondBallotIsRefusedWhereTheRulesForbidChange() {
        Proposal proposal = votes.open(Proposal.running(space.id()).onceOnly());
        voter.cast(proposal, 1).then().statusCode(201);

        voter.cast(proposal, 2)
                .then()
                .statusCode(409)
                .body("code", equalTo("already-voted"))
                .body("revision", equalTo(1));
        voter.cast(proposal, 1).then().statusCode(200);
    }

    @Test
    void beforeTheElectorateIsReadyTheStateSaysSo() {
        Proposal future = Proposal.running(space.id());
        future = future.during(future.endsAt(), future.endsAt().plusSeconds(60));
        votes.publish(future);

        voter.cast(future, 1)
                .then()
                .statusCode(409)
                .body("code", equalTo("state-conflict"))
                .body("state", equalTo("PENDING"))
                .body("startsAt", equalTo(future.startsAt().toString()))
                .body("endsAt", equalTo(future.endsAt().toString()));
    }

    @Test
    void aCanceledVoteTakesNoBallots() {
        Proposal proposal = votes.open(Proposal.running(space.id()));
        votes.dispatch(
                "proposal.canceled.v1",
                proposal.id(),
                "{\"proposalId\":\"%s\",\"spaceId\":\"%s\",\"canceledBy\":\"%s\",\"reason\":\"r\",\"canceledAt\":\"2026-01-01T00:00:00Z\"}"
                        .formatted(proposal.id(), proposal.spaceId(), voter.userId()));

        voter.cast(proposal, 1).then().statusCode(409).body("state", equalTo("CANCELED"));
    }

    @Test
    void withoutAValidTokenNobodyVotes() {
        Proposal proposal = votes.open(Proposal.running(space.id()));
        String unsigned =
                TestTokens.draft(voter.userId(), "handle").header("alg", "none").unsigned();

        given().contentType(ContentType.JSON)
                .body("{\"choice\":1}")
                .put("/api/v1/proposals/{id}/ballot", proposal.id())
                .then()
                .statusCode(401);
        new VoterClient(voter.userId(), unsigned).cast(proposal, 1).then().statusCode(401);
        assertThat(ledger.revisions(proposal.id())).isZero();
    }

    @Test
    void anUnknownProposalIsNotFound() {
        voter.cast(Proposal.running(space.id()), 1)
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        voter.with()
                .body("{\"choice\":1}")
                .put("/api/v1/proposals/no-id/ballot")
                .then()
                .statusCode(404);
    }

    @Test
    void theBoxOfAPrivateSpaceExistsForItsPeopleOnly() {
        FakeSpace secret = users.aSpace("PRIVATE");
        VoterClient insider = VoterClient.of(secret.aMember(2));
        Proposal proposal = votes.open(Proposal.running(secret.id()));
        VoterClient weightless = VoterClient.of(secret.aMember(0));

        for (String path :
                new String[] {"/ballots", "/tally", "/electorate", "/result", "/ballot"}) {
            voter.get(path, proposal).then().statusCode(404).body("code", equalTo("not-found"));
        }
        given().get("/api/v1/proposals/{id}/tally", proposal.id()).then().statusCode(404);
        voter.cast(proposal, 1).then().statusCode(404);
        weightless.cast(proposal, 1).then().statusCode(403);
        insider.cast(proposal, 1).then().statusCode(201);
        weightless
                .get("/tally", proposal)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("private, no-store"));
    }

    @Test
    void aBallotCannotBeWithdrawn() {
        Proposal proposal = votes.open(Proposal.running(space.id()));
        voter.cast(proposal, 1);

        voter.with()
                .delete("/api/v1/proposals/{id}/ballot", proposal.id())
                .then()
                .statusCode(409)
                .body("code", equalTo("withdrawal-not-allowed"));
        assertThat(ledger.currentBallots(proposal.id())).isEqualTo(1);
    }
}
