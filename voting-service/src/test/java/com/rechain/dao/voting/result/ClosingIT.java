package com.rechain.dao.voting.result;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.tally.json.CanonicalJson;
import com.rechain.dao.tally.json.Sha256;
import com.rechain.dao.tally.json.StrictJson;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.contract.EventContract;
import com.rechain.dao.test.event.KafkaProbe;
import com.rechain.dao.test.fake.FakeSpace;
import com.rechain.dao.test.fake.FakeUserService;
import com.rechain.dao.test.fake.FakeUserServiceResource;
import com.rechain.dao.voting.box.BoxRows;
import com.rechain.dao.voting.sql.Primary;
import com.rechain.dao.voting.support.Ledger;
import com.rechain.dao.voting.support.MovableClock;
import com.rechain.dao.voting.support.Proposal;
import com.rechain.dao.voting.support.VoterClient;
import com.rechain.dao.voting.support.Votes;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "voting"))
@WithTestResource(FakeUserServiceResource.class)
class ClosingIT {
    FakeUserService users;
    BackingServices backing;

    @Inject Votes votes;
    @Inject Ledger ledger;
    @Inject MovableClock clock;
    @Inject Closer closer;
    @Inject Primary primary;
    @Inject MeterRegistry metrics;

    private VoterClient large;
    private VoterClient small;
    private Proposal proposal;

    @BeforeEach
    void aVoteThatEndsInSomeSeconds() {
        FakeSpace space = users.aSpace();
        large = VoterClient.of(space.aMember(5));
        small = VoterClient.of(space.aMember(3));
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        proposal = Proposal.running(space.id()).during(now.minusSeconds(5), now.plusSeconds(120));
    }

    @AfterEach
    void letTheClockRun() {
        clock.run();
    }

    @Test
    void theTallyRunsWithTheBallots() {
        votes.open(proposal);
        large.cast(proposal, 1);
        String token = small.cast(proposal, 2).header("Freshness-Token");

        given().header("Freshness-Token", token)
                .get("/api/v1/proposals/{id}/tally", proposal.id())
                .then()
                .statusCode(200)
                .header(
                        "Cache-Control",
                        equalTo(
                                "public, max-age=0, s-maxage=1, stale-while-revalidate=30,"
                                        + " stale-if-error=300"))
                .body("state", equalTo("ACTIVE"))
                .body("ballots", equalTo(2))
                .body("weight", equalTo("8"))
                .body("scores.score", contains("5", "3", "0"))
                .body("scores.label", contains("For", "Against", "Abstain"))
                .body("scores.share", contains("0.625000", "0.375000", "0.000000"))
                .body("endsAt", equalTo(proposal.endsAt().toString()))
                .body("quorum.reached", equalTo(true))
                .body("approval.left", equalTo("10"))
                .body("approval.right", equalTo("8"))
                .body("approval.reached", equalTo(true))
                .body("veto", nullValue())
                .body("leading", equalTo(1));
        large.get("/tally", proposal).then().header("Cache-Control", equalTo("private, no-cache"));
        given().get("/api/v1/proposals/{id}/result", proposal.id())
                .then()
                .statusCode(404)
                .body("code", equalTo("result-not-ready"));
    }

    @Test
    void afterTheEndTheResultIsCertifiedAndCanBeCheckedByAnyone() {
        votes.open(proposal);
        large.cast(proposal, 1);
        small.cast(proposal, 2);

        endIt();
        votes.close(proposal);

        Response result = given().get("/api/v1/proposals/{id}/result?explain=true", proposal.id());
        result.then()
                .statusCode(200)
                .body("outcome", equalTo("SUCCEEDED"))
                .body("result.winners", contains(1))
                .body("result.cast.weight", equalTo("8"))
                .body("result.approval.left", equalTo("10"))
                .body("result.approval.right", equalTo("8"))
                .body("explanation[-1]", equalTo("Outcome: SUCCEEDED."));
        String document =
                CanonicalJson.text(StrictJson.parse(result.asString()).orElseThrow().get("result"));
        assertThat(result.<String>path("resultHash")).isEqualTo(Sha256.hex(document));
        given().get("/api/v1/proposals/{id}/result", proposal.id())
                .then()
                .body("explanation", nullValue());
        assertThat(ledger.state(proposal.id())).isEqualTo("CLOSED");
        large.cast(proposal, 2).then().statusCode(409).body("state", equalTo("SUCCEEDED"));
    }

    @Test
    void theResultIsAnnouncedOnceHoweverManyClose() {
        votes.open(proposal);
        large.cast(proposal, 1);
        endIt();

        closer.closeDue();
        closer.closeDue();

        KafkaProbe topic = new KafkaProbe(backing);
        ConsumerRecord<String, String> event =
                topic.await("voting-events", ResultCertified.TYPE, proposal.id());
        EventContract.assertKept(ResultCertified.TYPE, event.value());
        assertThat(
                        topic.all(
                                "voting-events",
                                each ->
                                        KafkaProbe.type(each).equals(ResultCertified.TYPE)
                                                && each.key().equals(proposal.id().toString())))
                .hasSize(1);
    }

    @Test
    void ballotsAndTallyAreAnnouncedAsTheyComeIn() {
        votes.open(proposal);
        large.cast(proposal, 1);

        KafkaProbe topic = new KafkaProbe(backing);
        EventContract.assertKept(
                "ballot.recorded.v1",
                topic.await("voting-events", "ballot.recorded.v1", proposal.id()).value());
        EventContract.assertKept(
                "tally.updated.v1",
                topic.await("voting-events", "tally.updated.v1", proposal.id()).value());
    }

    @Test
    void countersThatDisagreeWithTheBallotsHoldTheResultBack() {
        votes.open(proposal);
        large.cast(proposal, 1);
        ledger.tamper(
                "UPDATE tally_counter SET weight = weight + 1 WHERE proposal_id = ?",
                proposal.id());
        double before = metrics.counter("dao.tally.counter.mismatches").count();

        endIt();
        votes.close(proposal);

        assertThat(ledger.state(proposal.id())).isEqualTo("HELD");
        assertThat(metrics.counter("dao.tally.counter.mismatches").count() - before).isEqualTo(1);
        given().get("/api/v1/proposals/{id}/result", proposal.id()).then().statusCode(404);
        assertThat(
                        new KafkaProbe(backing)
                                .all(
                                        "voting-events",
                                        each ->
                                                KafkaProbe.type(each).equals(ResultCertified.TYPE)
                                                        && each.key()
                                                                .equals(proposal.id().toString())))
                .isEmpty();
    }

    @Test
    void aHeldVoteCanBeCanceledButAResultStands() {
        votes.open(proposal);
        large.cast(proposal, 1);
        ledger.tamper(
                "UPDATE tally_counter SET ballots = ballots + 1 WHERE proposal_id = ?",
                proposal.id());
        Proposal sound =
                votes.open(
                        Proposal.running(proposal.spaceId())
                                .during(proposal.startsAt(), proposal.endsAt()));
        endIt();
        votes.close(proposal);
        votes.close(sound);

        cancel(proposal);
        cancel(sound);

        assertThat(ledger.state(proposal.id())).isEqualTo("CANCELED");
        assertThat(ledger.state(sound.id())).isEqualTo("CLOSED");
    }

    @Test
    void aHiddenVoteIsShownOnceItIsClosed() {
        proposal = proposal.hidden();
        votes.open(proposal);
        large.cast(proposal, 3);
        large.get("/tally", proposal).then().statusCode(423);
        assertThat(
                        new KafkaProbe(backing)
                                .await("voting-events", "ballot.recorded.v1", proposal.id())
                                .value())
                .contains("\"choice\":null");

        endIt();
        votes.close(proposal);

        large.get("/tally", proposal).then().statusCode(200).body("state", equalTo("DEFEATED"));
        large.get("/ballots", proposal).then().statusCode(200);
        large.get("/result", proposal).then().statusCode(200).body("outcome", equalTo("DEFEATED"));
    }

    @Test
    void aVoteThatIsHeldUpHoldsUpNoOther() {
        votes.open(proposal);
        Proposal next =
                votes.open(
                        Proposal.running(proposal.spaceId())
                                .during(proposal.startsAt(), proposal.endsAt().plusMillis(1)));
        clock.stopAt(next.endsAt().plusSeconds(2));

        List<String> states =
                primary.transact(connection -> {
                    BoxRows.lock(connection, proposal.id());
                    votes.close(next);
                    return List.of(ledger.state(proposal.id()), ledger.state(next.id()));
                });

        assertThat(states).containsExactly("OPEN", "CLOSED");
    }

    @Test
    void withinTheGraceNothingIsClosed() {
        votes.open(proposal);
        clock.stopAt(proposal.endsAt().plusSeconds(1));

        closer.closeDue();

        assertThat(ledger.state(proposal.id())).isEqualTo("OPEN");
    }

    private void cancel(Proposal canceled) {
        votes.dispatch(
                "proposal.canceled.v1",
                canceled.id(),
                "{\"proposalId\":\"%s\"}".formatted(canceled.id()));
    }

    private void endIt() {
        clock.stopAt(proposal.endsAt().plusSeconds(2));
    }
}
