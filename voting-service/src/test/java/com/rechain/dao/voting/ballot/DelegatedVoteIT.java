package com.rechain.dao.voting.ballot;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.tally.json.CanonicalJson;
import com.rechain.dao.tally.json.StrictJson;
import com.rechain.dao.tally.log.MerkleTree;
import com.rechain.dao.tally.rules.SystemName;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.contract.EventContract;
import com.rechain.dao.test.event.KafkaProbe;
import com.rechain.dao.test.fake.FakeSpace;
import com.rechain.dao.test.fake.FakeUserService;
import com.rechain.dao.test.fake.FakeUserServiceResource;
import com.rechain.dao.voting.support.Ledger;
import com.rechain.dao.voting.support.MovableClock;
import com.rechain.dao.voting.support.Proposal;
import com.rechain.dao.voting.support.VoterClient;
import com.rechain.dao.voting.support.Votes;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An owner of 100 gives 60 % to a delegate without own weight and 25 % to one who has 5. */
@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "voting"))
@WithTestResource(FakeUserServiceResource.class)
class DelegatedVoteIT {
    FakeUserService users;
    BackingServices backing;

    @Inject Votes votes;
    @Inject Ledger ledger;
    @Inject MovableClock clock;

    private FakeSpace space;
    private VoterClient owner;
    private VoterClient empty;
    private VoterClient five;

    @BeforeEach
    void anOwnerAndTwoDelegates() {
        space = users.aSpace();
        owner = VoterClient.of(space.aMember(100));
        empty = VoterClient.of(space.aMember(0));
        five = VoterClient.of(space.aMember(5));
        space.delegate(owner.userId(), empty.userId(), "SPACE", 6_000);
        space.delegate(owner.userId(), five.userId(), "SPACE", 2_500);
    }

    @AfterEach
    void timeGoesOn() {
        clock.run();
    }

    @Test
    void delegatesVoteWithWhatTheyWereGivenUntilTheOwnerVotes() {
        Proposal proposal = votes.open(Proposal.running(space.id()));

        empty.cast(proposal, 1).then().statusCode(201).body("weight", equalTo("60"));
        five.cast(proposal, 1).then().statusCode(201).body("weight", equalTo("30"));
        scores(proposal, "90", "0");
        owner.cast(proposal, 2).then().statusCode(201).body("weight", equalTo("100"));

        scores(proposal, "5", "100");
        empty.get("/ballot", proposal)
                .then()
                .body("weight", equalTo("0"))
                .body("castWeight", equalTo("60"))
                .body("receipt.weight", equalTo("60"));
        assertThat(ledger.reweightings(proposal.id())).isEqualTo(2);
        assertThat(ledger.counters(proposal.id()).total().ballots()).isEqualTo(2);
        certified(proposal).then().body("outcome", equalTo("DEFEATED"));
    }

    @Test
    void anOverrideBeforeTheDelegatesVoteComesToTheSame() {
        Proposal proposal = votes.open(Proposal.running(space.id()));

        owner.cast(proposal, 2).then().statusCode(201);
        five.cast(proposal, 1).then().statusCode(201).body("weight", equalTo("5"));
        empty.with()
                .body("{\"choice\":1}")
                .post("/api/v1/proposals/{id}/ballot/preview", proposal.id())
                .then()
                .body("outcome", equalTo("NO_WEIGHT_LEFT"));
        empty.cast(proposal, 1).then().statusCode(409).body("code", equalTo("no-weight-left"));

        scores(proposal, "5", "100");
        assertThat(ledger.reweightings(proposal.id())).isZero();
        assertThat(ledger.counters(proposal.id())).isEqualTo(ledger.recount(proposal.id()));
    }

    @Test
    void aBallotWithoutWeightMayStillChangeAndCountsNothing() {
        Proposal proposal = votes.open(Proposal.running(space.id()));
        empty.cast(proposal, 1);
        owner.cast(proposal, 2);

        empty.cast(proposal, 3).then().statusCode(200).body("weight", equalTo("0"));
        owner.cast(proposal, 1).then().statusCode(200).body("weight", equalTo("100"));
        five.cast(proposal, 2).then().body("weight", equalTo("5"));

        scores(proposal, "100", "5");
        assertThat(ledger.counters(proposal.id()).total().ballots()).isEqualTo(2);
        assertThat(ledger.counters(proposal.id())).isEqualTo(ledger.recount(proposal.id()));
    }

    @Test
    void aReceiptStaysWhatItWas() {
        Proposal proposal = votes.open(Proposal.running(space.id()));
        String receipt = empty.cast(proposal, 1, "a-key").asString();

        owner.cast(proposal, 2);

        Response again = empty.cast(proposal, 1, "a-key");
        assertThat(again.asString()).isEqualTo(receipt);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(empty.cast(proposal, 1).asString()).isEqualTo(receipt);
    }

    @Test
    void everyLossIsTold() {
        Proposal proposal = votes.open(Proposal.running(space.id()));
        empty.cast(proposal, 1);

        owner.cast(proposal, 2);

        String told =
                new KafkaProbe(backing)
                        .await("voting-events", "ballot.reweighted.v1", proposal.id())
                        .value();
        EventContract.assertKept("ballot.reweighted.v1", told);
        assertThat(told)
                .contains("\"overriddenBy\":\"" + owner.userId())
                .contains("\"weightBefore\":\"60\",\"weight\":\"0\"");
    }

    @Test
    void theElectorateNamesEverySourceAndCommitsToIt() {
        Proposal proposal = votes.open(Proposal.running(space.id()));
        owner.cast(proposal, 1);

        owner.get("/electorate", proposal)
                .then()
                .body("voters", equalTo(3))
                .body("totalWeight", equalTo("105"));
        owner.get("/electorate/" + owner.userId(), proposal)
                .then()
                .body("weight", equalTo("100"))
                .body("sourcesRoot", nullValue())
                .body("received", hasSize(0))
                .body("given", hasSize(2))
                .body("given.amount.sort()", equalTo(List.of("25", "60")));
        Response entry = owner.get("/electorate/" + five.userId(), proposal);
        entry.then()
                .body("ownWeight", equalTo("5"))
                .body("receivedWeight", equalTo("25"))
                .body("overriddenWeight", equalTo("25"))
                .body("weight", equalTo("5"))
                .body("received", hasSize(1))
                .body("received[0].ownerId", equalTo(owner.userId().toString()))
                .body("received[0].overriddenBy", equalTo(owner.userId().toString()))
                .body("received[0].path[0].scope", equalTo("SPACE"))
                .body("received[0].path[0].basisPoints", equalTo(2_500));
        String source =
                "{\"amount\":\"25\",\"ownerId\":\"%s\",\"path\":[{\"basisPoints\":2500,\"delegateId\":\"%s\",\"scope\":\"SPACE\"}]}"
                        .formatted(owner.userId(), five.userId());
        String root = HexFormat.of().formatHex(leaf(source));
        String leaf =
                "{\"ownWeight\":\"5\",\"receivedWeight\":\"25\",\"sourcesRoot\":\"%s\",\"voterId\":\"%s\"}"
                        .formatted(root, five.userId());
        assertThat(entry.<String>path("sourcesRoot")).isEqualTo(root);
        assertThat(entry.<String>path("leafHash")).isEqualTo(HexFormat.of().formatHex(leaf(leaf)));
    }

    @Test
    void allThatOneReceivesComesInPages() {
        for (int i = 0; i < 4; i++) {
            space.delegate(space.aMember(10), five.userId(), "SPACE", 10_000);
        }
        Proposal proposal = votes.open(Proposal.running(space.id()));
        MerkleTree sources = new MerkleTree();

        String cursor = "";
        do {
            Response page =
                    owner.get(
                            "/electorate/" + five.userId() + "/received?limit=2" + cursor,
                            proposal);
            page.then().statusCode(200);
            page.<List<Map<String, Object>>>path("items")
                    .forEach(flow -> {
                        flow.remove("number");
                        flow.remove("overriddenBy");
                        sources.append(
                                MerkleTree.leafHash(
                                        CanonicalJson.bytes(new ObjectMapper().valueToTree(flow))));
                    });
            String next = page.path("nextCursor");
            cursor = next == null ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());

        assertThat(sources.size()).isEqualTo(5);
        owner.get("/electorate/" + five.userId(), proposal)
                .then()
                .body("receivedWeight", equalTo("65"))
                .body("sourcesRoot", equalTo(HexFormat.of().formatHex(sources.root())));
        owner.get("/electorate/" + five.userId() + "/received?cursor=x", proposal)
                .then()
                .statusCode(400);
    }

    @Test
    void aHiddenVoteDoesNotTellByItsElectorateWhoHasVoted() {
        Proposal proposal = votes.open(Proposal.running(space.id()).hidden());
        five.cast(proposal, 1);
        owner.cast(proposal, 2);

        owner.get("/electorate/" + five.userId(), proposal)
                .then()
                .body("overriddenWeight", nullValue())
                .body("weight", equalTo("30"))
                .body("received[0].overriddenBy", nullValue());
        owner.get("/electorate/" + owner.userId(), proposal)
                .then()
                .body("given.overriddenBy", equalTo(Arrays.asList(null, null)));
        owner.get("/electorate/" + five.userId() + "/received", proposal)
                .then()
                .body("items[0].overriddenBy", nullValue());
    }

    @Test
    void aTopicWinsOverTheSpaceForProposalsThatBearIt() {
        space.delegate(owner.userId(), five.userId(), "TOPIC:treasury", 10_000);
        Proposal treasury = votes.open(Proposal.running(space.id()).about("art", "treasury"));
        Proposal other = votes.open(Proposal.running(space.id()).about("art"));

        five.cast(treasury, 1).then().body("weight", equalTo("105"));
        empty.cast(treasury, 1).then().statusCode(403).body("code", equalTo("not-eligible"));
        five.cast(other, 1).then().body("weight", equalTo("30"));
    }

    @Test
    void rulesDecideHowFarWeightIsHandedOnAndHowMuchOneMayHave() {
        VoterClient last = VoterClient.of(space.aMember(0));
        space.delegate(empty.userId(), last.userId(), "SPACE", 5_000);

        Proposal none = opened("{\"delegation\":{\"depth\":\"0\"}}");
        Proposal deep = opened("{\"delegation\":{\"depth\":\"3\"}}");
        Proposal capped = opened("{\"delegation\":{\"depth\":\"1\",\"cap\":{\"amount\":\"20\"}}}");

        empty.cast(none, 1).then().statusCode(403);
        last.cast(deep, 1).then().statusCode(201).body("weight", equalTo("30"));
        empty.cast(deep, 2).then().statusCode(201).body("weight", equalTo("60"));
        assertThat(ledger.weights(deep.id()).get(last.userId())).isZero();
        empty.cast(capped, 1).then().body("weight", equalTo("20"));
        five.cast(capped, 1).then().body("weight", equalTo("25"));
    }

    @Test
    void aVoteThatNobodyOfThemTookPartInCountsNothingOfTheirs() {
        Proposal proposal = votes.open(Proposal.running(space.id()));
        VoterClient other = VoterClient.of(UUID.randomUUID());

        other.cast(proposal, 1).then().statusCode(403);

        certified(proposal).then().body("outcome", equalTo("DEFEATED"));
    }

    private Proposal opened(String rules) {
        return votes.open(Proposal.running(space.id()).under(SystemName.BASIC, rules));
    }

    private void scores(Proposal proposal, String infavour, String against) {
        // The tally is kept for a moment.
        Votes.await(() ->
                owner.get("/tally", proposal)
                        .<List<String>>path("scores.score")
                        .equals(List.of(infavour, against, "0")));
        assertThat(ledger.counters(proposal.id())).isEqualTo(ledger.recount(proposal.id()));
    }

    private Response certified(Proposal proposal) {
        clock.stopAt(proposal.endsAt().plusSeconds(30));
        votes.close(proposal);
        assertThat(ledger.state(proposal.id())).isEqualTo("CLOSED");
        // Without a token: by the stopped clock it has expired.
        return given().get("/api/v1/proposals/{id}/result", proposal.id());
    }

    private static byte[] leaf(String json) {
        return MerkleTree.leafHash(CanonicalJson.bytes(StrictJson.parse(json).orElseThrow()));
    }
}
