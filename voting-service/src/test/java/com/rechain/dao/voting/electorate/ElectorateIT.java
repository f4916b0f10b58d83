package com.rechain.dao.voting.electorate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.tally.json.CanonicalJson;
import com.rechain.dao.tally.json.StrictJson;
import com.rechain.dao.tally.log.MerkleTree;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.contract.EventContract;
import com.rechain.dao.test.event.KafkaProbe;
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
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "voting"))
@WithTestResource(FakeUserServiceResource.class)
class ElectorateIT {
    FakeUserService users;
    BackingServices backing;

    @Inject Votes votes;
    @Inject Ledger ledger;
    @Inject ElectorateReads electorates;

    @AfterEach
    void userServiceIsBack() {
        users.comeBack();
    }

    @Test
    void itHoldsTheWeightsOfTheStartAndCommitsToThemByItsRoot() {
        FakeSpace space = users.aSpace();
        Proposal proposal = Proposal.running(space.id());
        TreeMap<String, BigInteger> expected = new TreeMap<>();
        IntStream.rangeClosed(1, 7)
                .forEach(weight ->
                        expected.put(space.aMember(weight).toString(), BigInteger.valueOf(weight)));
        UUID whale = UUID.randomUUID();
        space.add(whale, "MEMBER", new BigInteger("9".repeat(38)));
        expected.put(whale.toString(), new BigInteger("9".repeat(38)));
        UUID raisedLater = space.aMember(2);
        space.weigh(raisedLater, proposal.startsAt().plusSeconds(1), BigInteger.TEN);
        expected.put(raisedLater.toString(), BigInteger.TWO);
        space.aMember(0);

        votes.open(proposal);

        MerkleTree tree = new MerkleTree();
        expected.forEach((voter, weight) ->
                tree.append(
                        MerkleTree.leafHash(
                                CanonicalJson.bytes(
                                        StrictJson.parse(
                                                        "{\"voterId\":\"%s\",\"ownWeight\":\"%s\",\"receivedWeight\":\"0\"}"
                                                                .formatted(voter, weight))
                                                .orElseThrow()))));
        given().get("/api/v1/proposals/{id}/electorate", proposal.id())
                .then()
                .statusCode(200)
                .body("state", equalTo("READY"))
                .body("at", equalTo(proposal.startsAt().toString()))
                .body("voters", equalTo(9))
                .body("totalWeight", equalTo("100000000000000000000000000000000000029"))
                .body("merkleRoot", equalTo(HexFormat.of().formatHex(tree.root())));
        given().get("/api/v1/proposals/{id}/electorate/{voter}", proposal.id(), raisedLater)
                .then()
                .statusCode(200)
                .body("ownWeight", equalTo("2"))
                .body("weight", equalTo("2"));
        given().get("/api/v1/proposals/{id}/electorate/{voter}", proposal.id(), UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void itIsAnnouncedOnceItIsReady() {
        FakeSpace space = users.aSpace();
        space.aMember(4);
        Proposal proposal = votes.open(Proposal.running(space.id()));

        String payload =
                new KafkaProbe(backing)
                        .await("voting-events", ElectorateReady.TYPE, proposal.id())
                        .value();

        EventContract.assertKept(ElectorateReady.TYPE, payload);
        assertThat(payload).contains("\"voters\":1,\"totalWeight\":\"4\"");
    }

    @Test
    void whileUserServiceIsAwayTheStartWaitsAndTheApiSaysSo() {
        FakeSpace space = users.aSpace();
        VoterClient voter = VoterClient.of(space.aMember(4));
        votes.dispatch(
                "space.created.v1",
                space.id(),
                "{\"spaceId\":\"%s\",\"visibility\":\"PUBLIC\"}".formatted(space.id()));
        Proposal proposal = Proposal.running(space.id());
        users.goAway();
        votes.publish(proposal);

        Votes.await(() -> ledger.attempts(proposal.id()) >= 2);

        voter.get("/electorate", proposal)
                .then()
                .statusCode(200)
                .body("state", equalTo("WAITING"))
                .body("merkleRoot", nullValue());
        voter.cast(proposal, 1).then().statusCode(409).body("state", equalTo("PENDING"));
        // What is not frozen yet is not shown either.
        voter.get("/electorate/" + voter.userId() + "/received", proposal).then().statusCode(404);
        users.comeBack();
        votes.awaitElectorate(proposal.id());
        voter.cast(proposal, 1).then().statusCode(201);
    }

    @Test
    void whatAnInterruptedAttemptLeftIsReplaced() {
        FakeSpace space = users.aSpace();
        UUID voter = space.aMember(4);
        Proposal proposal = Proposal.running(space.id());
        users.goAway();
        votes.publish(proposal);
        ledger.tamper(
                "INSERT INTO electorate_entry (proposal_id, voter_id, own_weight, leaf_hash) VALUES (?, REPEAT('x', 16), 99, '')",
                proposal.id());
        ledger.tamper(
                "INSERT INTO electorate_entry (proposal_id, voter_id, own_weight, leaf_hash) VALUES (?, UNHEX(REPLACE('%s', '-', '')), 99, '')"
                        .formatted(voter),
                proposal.id());
        assertThat(electorates.voter(proposal.id(), voter)).isEmpty();

        users.comeBack();
        votes.awaitElectorate(proposal.id());

        assertThat(electorates.find(proposal.id()).orElseThrow().voters()).isEqualTo(1);
        assertThat(electorates.voter(proposal.id(), voter).orElseThrow().weight()).isEqualTo(4);
        assertThat(ledger.entries(proposal.id())).isEqualTo(1);
    }
}
