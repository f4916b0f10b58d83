package com.rechain.dao.proposal.proposal.execution;

import static com.rechain.dao.proposal.Fixture.PROPOSAL;
import static com.rechain.dao.proposal.Fixture.as;
import static com.rechain.dao.proposal.Fixture.created;
import static com.rechain.dao.proposal.Fixture.draft;
import static com.rechain.dao.proposal.Fixture.now;
import static com.rechain.dao.proposal.Fixture.publish;
import static com.rechain.dao.proposal.proposal.execution.Executions.MANUAL;
import static com.rechain.dao.proposal.proposal.execution.Executions.note;
import static com.rechain.dao.proposal.proposal.execution.Executions.veto;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.proposal.MovableClock;
import com.rechain.dao.proposal.VotingSide;
import com.rechain.dao.proposal.proposal.execution.ExecutionService.Claim;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.fake.FakeSpace;
import com.rechain.dao.test.fake.FakeUserService;
import com.rechain.dao.test.fake.FakeUserServiceResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds between the transactions of an execution; here nobody looks by himself. */
@QuarkusTest
@TestProfile(LeaseIT.WithoutScheduler.class)
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "proposals"))
@WithTestResource(FakeUserServiceResource.class)
class LeaseIT {
    private static final Duration LEASE = Duration.ofMinutes(1);

    BackingServices backing;
    FakeUserService users;
    @Inject ExecutionService executions;
    @Inject MovableClock clock;

    /** The scheduler sleeps. */
    public static class WithoutScheduler implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("dao.proposal.scheduler.every", "P30D");
        }
    }

    @AfterEach
    void letTheClockRun() {
        clock.run();
    }

    @Test
    void whoeverBreaksOffLosesTheLeaseInTime() {
        FakeSpace space = users.aSpace();
        UUID id = succeeded(space, aRole());
        Instant begun = Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.MICROS);
        clock.stopAt(begun);
        Claim first = claimed(id).orElseThrow();
        Step cutOff = executions.next(first).orElseThrow();

        clock.stopAt(cutOff.leasedUntil().minus(1, ChronoUnit.MICROS));
        assertThat(cutOff.leasedUntil()).isEqualTo(begun.plus(LEASE));
        assertThat(claimed(id)).isEmpty();
        clock.stopAt(cutOff.leasedUntil());
        Claim second = claimed(id).orElseThrow();
        Step again = executions.next(second).orElseThrow();
        assertThat(executions.next(first)).isEmpty();

        assertThat(again.executionId()).isEqualTo(cutOff.executionId());
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(executions.note(cutOff, new ActionResult.Refused("late"))).isEmpty();
        Claim next = executions.note(again, new ActionResult.Done("fine")).orElseThrow();
        assertThat(executions.next(next)).isEmpty();
        given().get(PROPOSAL + "/execution", id)
                .then()
                .body("state", equalTo("EXECUTED"))
                .body("actions[0].attempts.result", contains("REFUSED", "DONE"));
    }

    @Test
    void anActionIsNotStoppedHalfway() {
        FakeSpace space = users.aSpace();
        UUID guardian = space.aMember("GUARDIAN", 1);
        UUID owner = space.aMember("OWNER", 1);
        UUID id = succeeded(space, aRole());
        Claim claim = claimed(id).orElseThrow();
        Step step = executions.next(claim).orElseThrow();

        for (String move : List.of("veto", "cancel")) {
            as(guardian)
                    .body(Map.of("reason", "Stop."))
                    .post(PROPOSAL + "/" + move, id)
                    .then()
                    .statusCode(409)
                    .header("Retry-After", equalTo("1"))
                    .body("code", equalTo("execution-under-way"));
        }
        as(owner)
                .post(PROPOSAL + "/execute", id)
                .then()
                .statusCode(409)
                .body("code", equalTo("execution-under-way"));
        given().get(PROPOSAL + "/execution", id)
                .then()
                .body("actions[0].attempts[0].endedAt", nullValue());
        executions.note(step, new ActionResult.Unsure("away"));

        veto(guardian, id, "Stop.").statusCode(200).body("state", equalTo("VETOED"));
        assertThat(executions.next(claim)).isEmpty();
    }

    @Test
    void whatIsUpToPeopleIsNotLeased() {
        FakeSpace space = users.aSpace();
        UUID guardian = space.aMember("GUARDIAN", 1);
        UUID owner = space.aMember("OWNER", 1);
        UUID id = succeeded(space, MANUAL, aRole(), MANUAL);

        assertThat(claimed(id)).isEmpty();
        as(owner)
                .body(note("Signed."))
                .post(PROPOSAL + "/actions/1/done", id)
                .then()
                .statusCode(202);
        Step role = executions.next(claimed(id).orElseThrow()).orElseThrow();
        assertThat(executions.note(role, new ActionResult.Done("fine"))).isEmpty();
        veto(guardian, id, "Stop.").statusCode(200).body("state", equalTo("VETOED"));
    }

    @Test
    void nobodyIsCalledBeforeTheEta() {
        FakeSpace space = users.aSpace();
        space.settle(
                """
                {"proposing":{"role":"MEMBER","actionsRole":"MEMBER","threshold":"0"},"signOffs":{"count":0,"role":"MEMBER"},\
                "timelock":{"challengeSeconds":5,"minDelaySeconds":5,"graceSeconds":60,"vetoRoles":["GUARDIAN"]}}\
                """);
        UUID id = succeeded(space, aRole());
        Instant eta =
                Instant.parse(
                        given().header("Freshness-Token", now())
                                .get(PROPOSAL, id)
                                .path("timelock.eta"));

        clock.stopAt(eta.minus(1, ChronoUnit.MICROS));
        assertThat(claimed(id)).isEmpty();
        clock.stopAt(eta);
        assertThat(claimed(id)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsBegunInTimeAndDoneIsExecutedThoughItTookLonger(boolean brokenOff) {
        FakeSpace space = users.aSpace();
        space.settle(
                """
                {"proposing":{"role":"MEMBER","actionsRole":"MEMBER","threshold":"0"},"signOffs":{"count":0,"role":"MEMBER"},\
                "timelock":{"challengeSeconds":0,"minDelaySeconds":0,"graceSeconds":60,"vetoRoles":["GUARDIAN"]}}\
                """);
        UUID id = succeeded(space, aRole());
        Instant expiresAt =
                Instant.parse(
                        given().header("Freshness-Token", now())
                                .get(PROPOSAL, id)
                                .path("timelock.expiresAt"));
        clock.stopAt(expiresAt.minus(1, ChronoUnit.MICROS));
        Step last = executions.next(claimed(id).orElseThrow()).orElseThrow();

        clock.stopAt(expiresAt);
        Claim claim = executions.note(last, new ActionResult.Done("fine")).orElseThrow();
        if (brokenOff) {
            clock.stopAt(claim.leasedUntil());
            assertThat(claimed(id)).isEmpty();
        } else {
            assertThat(executions.next(claim)).isEmpty();
        }

        given().get(PROPOSAL + "/execution", id).then().body("state", equalTo("EXECUTED"));
    }

    private Optional<Claim> claimed(UUID id) {
        ExecutionService.Look look = executions.claimDue();
        while (look.due() > 0
                && look.claims().stream().noneMatch(claim -> claim.proposalId().equals(id))) {
            look = executions.claimDue();
        }
        return look.claims().stream().filter(claim -> claim.proposalId().equals(id)).findFirst();
    }

    private static Map<String, Object> aRole() {
        return Map.of("kind", "ROLE", "userId", UUID.randomUUID().toString(), "role", "ADMIN");
    }

    @SafeVarargs
    private UUID succeeded(FakeSpace space, Map<String, Object>... actions) {
        UUID author = space.aMember(5);
        Map<String, Object> draft = draft(space.id());
        draft.put("actions", List.of(actions));
        UUID id = created(author, draft);
        publish(author, id);
        VotingSide voting = new VotingSide(backing);
        Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);
        voting.electorateReady(id, space.id(), at);
        voting.certified(id, space.id(), "SUCCEEDED", at);
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        "SUCCEEDED"
                                .equals(
                                        given().header("Freshness-Token", now())
                                                .get(PROPOSAL, id)
                                                .path("outcome")));
        return id;
    }
}
