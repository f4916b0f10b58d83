package com.rechain.dao.voting.box;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.platform.event.PoisonEventException;
import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.event.KafkaProbe;
import com.rechain.dao.test.fake.FakeSpace;
import com.rechain.dao.test.fake.FakeUserService;
import com.rechain.dao.test.fake.FakeUserServiceResource;
import com.rechain.dao.voting.support.Proposal;
import com.rechain.dao.voting.support.VoterClient;
import com.rechain.dao.voting.support.Votes;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "voting"))
@WithTestResource(FakeUserServiceResource.class)
class ProposalEventsIT {
    FakeUserService users;
    BackingServices backing;

    @Inject Votes votes;
    @Inject MeterRegistry metrics;

    @Test
    void rulesThatDoNotHaveTheAnnouncedHashAreNeverVotedUnder() {
        Proposal proposal = Proposal.running(users.aSpace().id());
        double before = metrics.counter("dao.boxes.refused").count();

        assertThatThrownBy(() ->
                        votes.dispatch(
                                "proposal.published.v1",
                                proposal.id(),
                                proposal.published("0".repeat(64))))
                .isInstanceOf(PoisonEventException.class);

        assertThat(metrics.counter("dao.boxes.refused").count() - before).isEqualTo(1);
        given().get("/api/v1/proposals/{id}/tally", proposal.id()).then().statusCode(404);
    }

    @Test
    void aProposalThatComesOverKafkaTwiceIsOneVote() {
        FakeSpace space = users.aSpace();
        VoterClient voter = VoterClient.of(space.aMember(1));
        Proposal proposal = Proposal.running(space.id());
        Map<String, String> headers =
                Map.of(
                        "event-id", Ids.next().toString(),
                        "event-type", "proposal.published.v1",
                        "occurred-at", Instant.now().toString());
        KafkaProbe topics = new KafkaProbe(backing);

        for (int i = 0; i < 2; i++) {
            topics.send(
                    "proposal-events",
                    proposal.id().toString(),
                    proposal.published(proposal.rules().hash()),
                    headers);
        }

        Votes.await(() -> voter.get("/electorate", proposal).statusCode() == 200);
        votes.awaitElectorate(proposal.id());
        voter.cast(proposal, 1).then().statusCode(201);
    }

    @Test
    void anUnreadableEventGoesToTheDeadLettersAndTheNextOneIsApplied() {
        FakeSpace space = users.aSpace();
        Proposal bad = Proposal.running(space.id());
        Proposal good = Proposal.running(space.id());
        KafkaProbe topics = new KafkaProbe(backing);

        topics.send("proposal-events", bad.id().toString(), "{", headers());
        topics.send(
                "proposal-events",
                good.id().toString(),
                good.published(good.rules().hash()),
                headers());

        Votes.await(() ->
                given().get("/api/v1/proposals/{id}/electorate", good.id()).statusCode() == 200);
        topics.await(
                "voting-service-dead-letters", event -> bad.id().toString().equals(event.key()));
    }

    private static Map<String, String> headers() {
        return Map.of(
                "event-id", Ids.next().toString(),
                "event-type", "proposal.published.v1",
                "occurred-at", Instant.now().toString());
    }
}
