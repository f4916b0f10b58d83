package com.rechain.dao.proposal.proposal.lifecycle;

import static com.rechain.dao.proposal.Fixture.PROPOSAL;
import static com.rechain.dao.proposal.Fixture.aPublished;
import static com.rechain.dao.proposal.Fixture.as;
import static com.rechain.dao.proposal.Fixture.expectState;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

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
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Who may call a proposal off, until when, and not without a reason. */
@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "proposals"))
@WithTestResource(FakeUserServiceResource.class)
class CancellationIT {
    BackingServices backing;
    FakeUserService users;

    @Test
    void itsAuthorCancelsItUntilVotingBegins() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID pending = aPublished(space.id(), author);
        UUID active = aPublished(space.id(), author);
        new VotingSide(backing)
                .electorateReady(active, space.id(), Instant.now().truncatedTo(ChronoUnit.MICROS));
        expectState(active, "ACTIVE");

        cancel(author, pending, "The roof holds another winter.")
                .statusCode(200)
                .body("state", equalTo("CANCELED"))
                .body("cancellation.by", equalTo(author.toString()))
                .body("cancellation.reason", equalTo("The roof holds another winter."));
        cancel(author, pending, "Once more").statusCode(409).body("state", equalTo("CANCELED"));
        cancel(author, active, "Too late")
                .statusCode(409)
                .body("code", equalTo("state-conflict"))
                .body("state", equalTo("ACTIVE"));

        ConsumerRecord<String, String> event =
                new KafkaProbe(backing).await("proposal-events", "proposal.canceled.v1", pending);
        EventContract.assertKept("proposal.canceled.v1", event.value());
        expectState(pending, "CANCELED");
    }

    @Test
    void guardiansAndModeratorsCancelItUntilItIsConcluded() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID active = aPublished(space.id(), author);
        UUID over = aPublished(space.id(), author);
        VotingSide voting = new VotingSide(backing);
        voting.electorateReady(active, space.id(), Instant.now().truncatedTo(ChronoUnit.MICROS));
        voting.certified(
                over, space.id(), "SUCCEEDED", Instant.now().truncatedTo(ChronoUnit.MICROS));
        expectState(active, "ACTIVE");
        expectState(over, "COMPLETED");

        cancel(space.aMember("MEMBER", 1), active, "I do not like it")
                .statusCode(403)
                .body("code", equalTo("forbidden"))
                .body(
                        "detail",
                        equalTo(
                                "Its author may cancel it until voting begins; guardians, moderators, admins and owners until"
                                        + " it is decided; who may veto it, until its actions are executed: GUARDIAN."));
        cancel(space.aMember("AUTHOR", 1), active, "I do not like it").statusCode(403);
        cancel(space.aMember("GUARDIAN", 1), over, "Too late")
                .statusCode(409)
                .body("state", equalTo("COMPLETED"));
        cancel(space.aMember("GUARDIAN", 1), active, "It is against our charter.").statusCode(200);
    }

    @Test
    void aCancellationNeedsAReason() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID id = aPublished(space.id(), author);

        cancel(author, id, "  ").statusCode(400).body("errors.field", hasItem("reason"));
        cancel(author, id, "x".repeat(5_001))
                .statusCode(400)
                .body("errors.rule", hasItem("length"));
        as(author).post(PROPOSAL + "/cancel", id).then().statusCode(400);
    }

    private static ValidatableResponse cancel(UUID userId, UUID id, String reason) {
        return as(userId).body(Map.of("reason", reason)).post(PROPOSAL + "/cancel", id).then();
    }
}
