package com.rechain.dao.voting.ballot;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
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
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void aKeyOfTheWrongFormIsMalformed() {
        Proposal proposal = votes.open(Proposal.running(space.id()));

        voter.cast(proposal, 1, "k".repeat(256))
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed-request"));
        assertThat(ledger.revisions(proposal.id())).isZero();
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0         | option-of-proposal
                    4         | option-of-proposal
                    -1        | option-of-proposal
                    "1"       | integer
                    1.0       | integer
                    [1]       | integer
                    {"1":1}   | integer
                    null      | integer
                    true      | integer
                    """)
    void aWrongChoiceIsAnInvalidBallotByANamedRule(String choice, String rule) {
        Proposal proposal = votes.open(Proposal.running(space.id()));

        voter.put(proposal, "{\"choice\":%s}".formatted(choice))
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid-ballot"))
                .body("errors.field", contains("choice"))
                .body("errors.rule", contains(rule));
        assertThat(ledger.revisions(proposal.id())).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "1",
                "{}",
                "{\"choice\":1,}",
                "{\"choice\":1,\"choice\":1}",
                "{\"choice\":1,\"weight\":\"9\"}",
                "{\"choice\":1,\"reason\":1}",
                "{\"choice\":1,\"reason\":\"\\ud800\"}",
                "{\"choice\":1} {}"
            })
    void aBodyOfTheWrongShapeIsMalformed(String body) {
        Proposal proposal = votes.open(Proposal.running(space.id()));

        voter.put(proposal, body).then().statusCode(400).body("code", equalTo("malformed-request"));
        assertThat(ledger.revisions(proposal.id())).isZero();
    }

    @Test
    void bytesThatAreNotUtf8AreMalformed() {
        Proposal proposal = votes.open(Proposal.running(space.id()));
        byte[] body = "{\"choice\":1,\"reason\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);

        voter.with()
                .contentType("application/json")
                .body(body)
                .put("/api/v1/proposals/{id}/ballot", proposal.id())
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed-request"));
    }

    @Test
    void theReasonHasAnExactLimit() {
        Proposal proposal = votes.open(Proposal.running(space.id()));

        voter.put(proposal, "{\"choice\":1,\"reason\":\"%s\"}".formatted("✓".repeat(5001)))
                .then()
                .statusCode(400);
        voter.put(proposal, "{\"choice\":1,\"reason\":\"%s\"}".formatted("✓".repeat(5000)))
                .then()
                .statusCode(201);
    }

    @Test
    void anotherMediaTypeIsNotTaken() {
        Proposal proposal = votes.open(Proposal.running(space.id()));

        given().header("Authorization", "Bearer " + voter.token())
                .contentType(ContentType.TEXT)
                .body("{\"choice\":1}")
                .put("/api/v1/proposals/{id}/ballot", proposal.id())
                .then()
                .statusCode(415);
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

    private static Response preview(VoterClient who, Proposal proposal, int choice) {
        return who.with()
                .body("{\"choice\":%d}".formatted(choice))
                .post("/api/v1/proposals/{id}/ballot/preview", proposal.id());
    }
}
