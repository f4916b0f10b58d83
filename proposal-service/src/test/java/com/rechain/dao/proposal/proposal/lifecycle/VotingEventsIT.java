package com.rechain.dao.proposal.proposal.lifecycle;

import static com.rechain.dao.proposal.Fixture.PROPOSAL;
import static com.rechain.dao.proposal.Fixture.aPublished;
import static com.rechain.dao.proposal.Fixture.as;
import static com.rechain.dao.proposal.Fixture.eventsOf;
import static com.rechain.dao.proposal.Fixture.expectState;
import static com.rechain.dao.proposal.Fixture.now;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.proposal.VotingSide;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.contract.EventContract;
import com.rechain.dao.test.event.KafkaProbe;
import com.rechain.dao.test.fake.FakeSpace;
import com.rechain.dao.test.fake.FakeUserService;
import com.rechain.dao.test.fake.FakeUserServiceResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What voting-service tells of a vote, in whatever order and however often. */
@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "proposals"))
@WithTestResource(FakeUserServiceResource.class)
class VotingEventsIT {
    BackingServices backing;
    FakeUserService users;

    @Test
    void theVoteMovesItsOwnEndUntilItIsDecided() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID id = aPublished(space.id(), author);
        VotingSide voting = new VotingSide(backing);
        Instant readyAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Instant first = readyAt.plusSeconds(100_000);
        Instant second = readyAt.plusSeconds(50_000);
        String scheduled = as(author).get(PROPOSAL, id).path("endsAt");

        voting.electorateReady(id, space.id(), readyAt);
        voting.windowMoved(id, space.id(), first, "EXTENDED", readyAt.plusMillis(2));
        voting.windowMoved(id, space.id(), readyAt, "DECIDED", readyAt.plusMillis(2));
        voting.windowMoved(id, space.id(), readyAt, "DECIDED", readyAt.plusMillis(1));
        voting.windowMoved(id, space.id(), second, "SUPER_QUORUM", readyAt.plusMillis(3));
        voting.certified(id, space.id(), "SURVEY_DONE", readyAt.plusMillis(4));
        voting.windowMoved(id, space.id(), first, "EXTENDED", readyAt.plusMillis(5));
        UUID last = aPublished(space.id(), author);
        voting.electorateReady(last, space.id(), readyAt);
        expectState(last, "ACTIVE");
        expectState(id, "SURVEY_DONE");

        given().header("Freshness-Token", now())
                .get(PROPOSAL, id)
                .then()
                .body("endsAt", equalTo(second.toString()))
                .body("scheduledEndsAt", equalTo(scheduled));
        List<ConsumerRecord<String, String>> events = eventsOf(backing, id, 5);
        assertThat(events)
                .extracting(KafkaProbe::type)
                .containsExactly(
                        "proposal.published.v1",
                        "proposal.started.v1",
                        "proposal.extended.v1",
                        "proposal.extended.v1",
                        "proposal.concluded.v1");
        events.forEach(event -> EventContract.assertKept(KafkaProbe.type(event), event.value()));
    }

    @Test
    void anEventThatComesTwiceCountsOnce() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID id = aPublished(space.id(), author);
        VotingSide voting = new VotingSide(backing);
        Instant readyAt = Instant.now().truncatedTo(ChronoUnit.MICROS);

        UUID eventId = voting.electorateReady(id, space.id(), readyAt);
        voting.send(
                "voting-events",
                eventId,
                "electorate.ready.v1",
                id,
                "{\"proposalId\":\"%s\",\"readyAt\":\"%s\"}".formatted(id, readyAt.plusSeconds(9)));
        voting.electorateReady(id, space.id(), readyAt.plusSeconds(10));
        voting.certified(id, space.id(), "DEFEATED", readyAt);
        voting.certified(id, space.id(), "SUCCEEDED", readyAt.plusSeconds(1));
        UUID last = aPublished(space.id(), author);
        voting.electorateReady(last, space.id(), readyAt);
        expectState(last, "ACTIVE");
        expectState(id, "DEFEATED");
        eventsOf(backing, id, 3);

        List<String> types =
                new KafkaProbe(backing)
                        .all("proposal-events", event -> id.toString().equals(event.key())).stream()
                                .map(KafkaProbe::type)
                                .toList();
        assertThat(types)
                .containsExactly(
                        "proposal.published.v1", "proposal.started.v1", "proposal.concluded.v1");
    }

    @Test
    void aResultThatIsHeldShowsAsHeldUntilItIsDecided() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID id = aPublished(space.id(), author);
        VotingSide voting = new VotingSide(backing);
        Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);

        voting.electorateReady(id, space.id(), at);
        voting.certified(id, space.id(), "HELD", at);
        expectState(id, "HELD");
        voting.certified(id, space.id(), "TIED", at);
        expectState(id, "TIED");

        assertThat(eventsOf(backing, id, 3)).extracting(KafkaProbe::type).doesNotHaveDuplicates();
    }

    @Test
    void whatCannotBeAppliedGoesToTheDeadLetters() {
        UUID unknown = UUID.randomUUID();
        VotingSide voting = new VotingSide(backing);
        KafkaProbe probe = new KafkaProbe(backing);

        voting.send("voting-events", UUID.randomUUID(), "electorate.ready.v2", unknown, "{}");
        voting.send(
                "voting-events",
                UUID.randomUUID(),
                "result.certified.v1",
                unknown,
                "{\"outcome\":17}");
        voting.electorateReady(
                unknown, UUID.randomUUID(), Instant.now().truncatedTo(ChronoUnit.MICROS));

        assertThat(
                        probe.await(
                                "proposal-service-dead-letters",
                                event -> unknown.toString().equals(event.key()),
                                3))
                .hasSize(3);
    }
}
