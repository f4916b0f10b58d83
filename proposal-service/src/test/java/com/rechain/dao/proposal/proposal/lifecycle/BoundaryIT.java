package com.rechain.dao.proposal.proposal.lifecycle;

import static com.rechain.dao.proposal.Fixture.PROPOSAL;
import static com.rechain.dao.proposal.Fixture.PROPOSALS;
import static com.rechain.dao.proposal.Fixture.as;
import static com.rechain.dao.proposal.Fixture.created;
import static com.rechain.dao.proposal.Fixture.draft;
import static com.rechain.dao.proposal.Fixture.now;
import static com.rechain.dao.proposal.Fixture.publish;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.proposal.MovableClock;
import com.rechain.dao.proposal.VotingSide;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.fake.FakeSpace;
import com.rechain.dao.test.fake.FakeUserService;
import com.rechain.dao.test.fake.FakeUserServiceResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Resource and list at every boundary instant, and a microsecond on each side of it. */
@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "proposals"))
@WithTestResource(FakeUserServiceResource.class)
class BoundaryIT {
    private static final String SETTINGS =
            """
            {"proposing":{"role":"MEMBER","actionsRole":"MEMBER","threshold":"0"},"signOffs":{"count":0,"role":"MEMBER"},\
            "timelock":{"challengeSeconds":100,"minDelaySeconds":100,"graceSeconds":100,"vetoRoles":["GUARDIAN"]}}\
            """;

    BackingServices backing;
    FakeUserService users;
    @Inject MovableClock clock;

    @AfterEach
    void letTheClockRun() {
        clock.run();
    }

    @Test
    void theWindowOpensAndClosesOnTheMicrosecond() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(1);
        Instant startsAt = micros().plusSeconds(3600);
        Instant endsAt = startsAt.plusSeconds(3600).plus(1, ChronoUnit.MICROS);
        Map<String, Object> draft = draft(space.id());
        draft.put("startsAt", startsAt.toString());
        draft.put("endsAt", endsAt.toString());
        UUID id = created(author, draft);
        publish(author, id);
        new VotingSide(backing).electorateReady(id, space.id(), micros());
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        given().header("Freshness-Token", now())
                                        .get(PROPOSAL, id)
                                        .path("electorateReadyAt")
                                != null);

        expect(space, id, startsAt, List.of("PENDING", "ACTIVE", "ACTIVE"));
        expect(space, id, endsAt, List.of("ACTIVE", "TALLYING", "TALLYING"));
    }

    @Test
    void theTimelockOpensAndClosesOnTheMicrosecond() {
        FakeSpace space = users.aSpace();
        space.settle(SETTINGS);
        UUID author = space.aMember(1);
        UUID owner = space.aMember("OWNER", 1);
        Map<String, Object> draft = draft(space.id());
        draft.put(
                "actions",
                List.of(
                        Map.of("kind", "MANUAL", "description", "Sign."),
                        Map.of("kind", "MANUAL", "description", "Send.")));
        UUID id = created(author, draft);
        publish(author, id);
        Instant certifiedAt = micros();
        VotingSide voting = new VotingSide(backing);
        voting.electorateReady(id, space.id(), certifiedAt);
        voting.certified(id, space.id(), "SUCCEEDED", certifiedAt);
        await().atMost(Duration.ofSeconds(60)).until(() -> "CHALLENGE".equals(state(id)));
        Instant eta = certifiedAt.plusSeconds(200);

        expect(space, id, certifiedAt.plusSeconds(100), List.of("CHALLENGE", "QUEUED", "QUEUED"));
        clock.stopAt(eta.minus(1, ChronoUnit.MICROS));
        done(owner, id, 409);
        clock.stopAt(eta);
        done(owner, id, 202);
        expect(space, id, certifiedAt.plusSeconds(300), List.of("QUEUED", "EXPIRED", "EXPIRED"));
    }

    private static void done(UUID owner, UUID id, int status) {
        as(owner)
                .body(Map.of("note", "Signed."))
                .post(PROPOSAL + "/actions/1/done", id)
                .then()
                .statusCode(status);
    }

    private void expect(FakeSpace space, UUID id, Instant boundary, List<String> states) {
        for (int i = 0; i < states.size(); i++) {
            clock.stopAt(boundary.plus(i - 1, ChronoUnit.MICROS));
            given().header("Freshness-Token", now())
                    .get(PROPOSAL, id)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo(states.get(i)));
            given().header("Freshness-Token", now())
                    .queryParam("spaceId", space.id())
                    .queryParam("state", states.get(i))
                    .get(PROPOSALS)
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(id.toString()))
                    .body("items.state", contains(states.get(i)));
        }
    }

    private static String state(UUID id) {
        return given().header("Freshness-Token", now()).get(PROPOSAL, id).path("state");
    }

    private static Instant micros() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
