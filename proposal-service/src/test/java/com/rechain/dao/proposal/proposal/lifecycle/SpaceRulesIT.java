package com.rechain.dao.proposal.proposal.lifecycle;

import static com.rechain.dao.proposal.Fixture.PROPOSAL;
import static com.rechain.dao.proposal.Fixture.PROPOSALS;
import static com.rechain.dao.proposal.Fixture.aDraft;
import static com.rechain.dao.proposal.Fixture.as;
import static com.rechain.dao.proposal.Fixture.choiceDraft;
import static com.rechain.dao.proposal.Fixture.created;
import static com.rechain.dao.proposal.Fixture.draft;
import static com.rechain.dao.proposal.Fixture.now;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.proposal.MovableClock;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.contract.EventContract;
import com.rechain.dao.test.event.KafkaProbe;
import com.rechain.dao.test.fake.FakeSpace;
import com.rechain.dao.test.fake.FakeUserService;
import com.rechain.dao.test.fake.FakeUserServiceResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a space asks of its proposals, enforced when they are published. */
@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "proposals"))
@WithTestResource(FakeUserServiceResource.class)
class SpaceRulesIT {
    private static final String NO_WAIT =
            "\"timelock\":{\"challengeSeconds\":0,\"minDelaySeconds\":0,\"graceSeconds\":60,\"vetoRoles\":[\"GUARDIAN\"]}";

    BackingServices backing;
    FakeUserService users;
    @Inject MovableClock clock;

    @AfterEach
    void letTheClockRun() {
        clock.run();
        users.comeBack();
    }

    @Test
    void theThresholdIsPassedByEquality() {
        FakeSpace space = users.aSpace();
        settle(space, "{\"role\":\"MEMBER\",\"threshold\":\"10\"}", 0);
        UUID below = space.aMember(9);
        UUID equal = space.aMember(10);

        publish(below, aDraft(space.id(), below))
                .statusCode(403)
                .body("code", equalTo("proposal-threshold"))
                .body("threshold", equalTo("10"))
                .body("weight", equalTo("9"));
        publish(equal, aDraft(space.id(), equal)).statusCode(200);
    }

    @Test
    void whatCountsIsTheWeightImmediatelyBefore() {
        FakeSpace space = users.aSpace();
        settle(space, "{\"role\":\"MEMBER\",\"threshold\":\"10\"}", 0);
        UUID author = space.aMember(1);
        UUID id = aDraft(space.id(), author);
        Instant since = Instant.now().plusSeconds(5).truncatedTo(ChronoUnit.MICROS);
        space.weigh(author, since, BigInteger.TEN);

        clock.stopAt(since);
        publish(author, id).statusCode(403).body("weight", equalTo("1"));
        clock.stopAt(since.plus(1, ChronoUnit.MICROS));
        publish(author, id).statusCode(200);
    }

    @Test
    void theLeastRoleIsThatOfTheSpace() {
        FakeSpace space = users.aSpace();
        settle(space, "{\"role\":\"AUTHOR\",\"threshold\":\"0\"}", 0);
        UUID member = space.aMember(1);
        UUID author = space.aMember("AUTHOR", 1);

        publish(member, aDraft(space.id(), member)).statusCode(403);
        publish(author, aDraft(space.id(), author)).statusCode(200);
    }

    @Test
    void withoutTheSettingsNothingIsPublished() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(1);
        UUID id = aDraft(space.id(), author);

        users.goAway();
        publish(author, id).statusCode(503).body("code", equalTo("membership-unknown"));
        users.comeBack();
    }

    @Test
    void manyAtATimeDoNotGetPastACap() throws Exception {
        FakeSpace space = users.aSpace();
        settle(space, "{\"role\":\"MEMBER\",\"threshold\":\"0\",\"openPerAuthor\":3}", 0);
        UUID author = space.aMember(1);
        List<Callable<Integer>> publishing = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            UUID id = aDraft(space.id(), author);
            publishing.add(() -> as(author).post(PROPOSAL + "/publish", id).statusCode());
        }
        List<Integer> statuses;
        try (ExecutorService many = Executors.newFixedThreadPool(4)) {
            statuses = many.invokeAll(publishing).stream().map(Future::resultNow).toList();
        }

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(3);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(5);
        publish(author, aDraft(space.id(), author))
                .statusCode(409)
                .body("code", equalTo("too-many-proposals"))
                .body("cap", equalTo("openPerAuthor"))
                .body("most", equalTo(3));
        String open = listed(space, "PENDING").path("items[0].id");
        as(author)
                .body(Map.of("reason", "Room for another."))
                .post(PROPOSAL + "/cancel", open)
                .then()
                .statusCode(200);
        publish(author, aDraft(space.id(), author)).statusCode(200);
        UUID other = space.aMember(1);
        publish(other, aDraft(space.id(), other)).statusCode(200);
    }

    @Test
    void aDayIsTwentyFourHoursToTheMicrosecond() {
        FakeSpace space = users.aSpace();
        settle(space, "{\"role\":\"MEMBER\",\"threshold\":\"0\",\"perAuthorPerDay\":1}", 0);
        UUID author = space.aMember(1);
        Instant yesterday = Instant.now().minusSeconds(86_400).truncatedTo(ChronoUnit.MICROS);
        clock.stopAt(yesterday);
        UUID first = aDraft(space.id(), author);
        publish(author, first).statusCode(200);
        UUID second = aDraft(space.id(), author);

        clock.stopAt(yesterday.plusSeconds(86_400).minus(1, ChronoUnit.MICROS));
        as(author)
                .body(Map.of("endsAt", Instant.now().plusSeconds(90_000).toString()))
                .header("If-Match", "*")
                .patch(PROPOSAL, second)
                .then()
                .statusCode(200);
        publish(author, second).statusCode(409).body("cap", equalTo("perAuthorPerDay"));
        clock.stopAt(yesterday.plusSeconds(86_400));
        publish(author, second).statusCode(200);
    }

    @Test
    void nobodyVotesOnSettingsThatCouldNotBeSet() {
        FakeSpace space = users.aSpace();
        space.refuseChanges("color");
        UUID author = space.aMember(1);
        Map<String, Object> draft = draft(space.id());
        draft.put(
                "actions",
                List.of(
                        Map.of("kind", "MANUAL", "description", "Look."),
                        Map.of("kind", "SETTINGS", "changes", Map.of("color", "red"))));

        publish(author, created(author, draft))
                .statusCode(409)
                .body("code", equalTo("action-unfit"))
                .body("errors.field", contains("actions[1].changes"));
        draft.put(
                "actions",
                List.of(Map.of("kind", "SETTINGS", "changes", Map.of("onlyByProposal", true))));
        publish(author, created(author, draft)).statusCode(200);
    }

    @Test
    void actionsTakeARoleOfTheirOwn() {
        FakeSpace space = users.aSpace();
        UUID member = space.aMember(1);
        UUID admin = space.aMember("ADMIN", 1);
        UUID owner = space.aMember("OWNER", 1);
        settle(space, "{\"role\":\"MEMBER\",\"threshold\":\"0\"}", 0);

        acting(member, space)
                .statusCode(403)
                .body("code", equalTo("forbidden"))
                .body(
                        "detail",
                        equalTo(
                                "A proposal with actions takes the role OWNER in this space"
                                        + " (proposing.actionsRole)."));
        acting(admin, space).statusCode(403);
        acting(owner, space).statusCode(200);
        publish(member, aDraft(space.id(), member)).statusCode(200);
        settle(space, "{\"role\":\"MEMBER\",\"actionsRole\":\"ADMIN\",\"threshold\":\"0\"}", 0);
        acting(member, space).statusCode(403);
        acting(admin, space).statusCode(200);
    }

    private static ValidatableResponse acting(UUID author, FakeSpace space) {
        Map<String, Object> draft = draft(space.id());
        draft.put("actions", List.of(Map.of("kind", "MANUAL", "description", "Look.")));
        return publish(author, created(author, draft));
    }

    @Test
    void othersSignBeforeTheVote() {
        FakeSpace space = users.aSpace();
        settle(space, "{\"role\":\"MEMBER\",\"threshold\":\"0\"}", 2);
        UUID author = space.aMember("MODERATOR", 1);
        UUID ada = space.aMember("MODERATOR", 1);
        UUID bea = space.aMember("OWNER", 1);
        UUID id = aDraft(space.id(), author);

        publish(author, id)
                .statusCode(200)
                .body("state", equalTo("SIGNING"))
                .body("publishedAt", nullValue())
                .body("rulesHash", matchesPattern("[0-9a-f]{64}"))
                .body("signing.required", equalTo(2))
                .body("signing.signed", equalTo(0));
        listed(space, "SIGNING").then().body("items.id", contains(id.toString()));
        as(author)
                .header("If-Match", "*")
                .body(Map.of("title", "Another title altogether"))
                .patch(PROPOSAL, id)
                .then()
                .statusCode(409);
        sign(author, id).statusCode(403).body("code", equalTo("own-proposal"));
        sign(space.aMember(1), id).statusCode(403).body("code", equalTo("forbidden"));
        sign(UUID.randomUUID(), id).statusCode(403);
        sign(ada, id).statusCode(200).body("signing.signed", equalTo(1));
        sign(ada, id).statusCode(200).body("signing.signed", equalTo(1));
        as(ada).delete(PROPOSAL + "/sign", id).then().body("signing.signed", equalTo(0));
        sign(ada, id).statusCode(200).body("state", equalTo("SIGNING"));
        sign(bea, id)
                .statusCode(200)
                .body("state", equalTo("PENDING"))
                .body("signing.signed", equalTo(2));
        given().header("Freshness-Token", now())
                .get(PROPOSAL + "/sign", id)
                .then()
                .statusCode(200)
                .body("userId", contains(ada.toString(), bea.toString()));
        sign(bea, id).statusCode(409).body("state", equalTo("PENDING"));
        as(bea).delete(PROPOSAL + "/sign", id).then().statusCode(409);

        var events =
                new KafkaProbe(backing)
                        .await("proposal-events", event -> id.toString().equals(event.key()), 2);
        assertThat(events)
                .extracting(KafkaProbe::type)
                .containsExactly("proposal.signing-opened.v1", "proposal.published.v1");
        events.forEach(event -> EventContract.assertKept(KafkaProbe.type(event), event.value()));
    }

    @Test
    void whatIsBeingSignedCanBeCalledOff() {
        FakeSpace space = users.aSpace();
        settle(space, "{\"role\":\"MEMBER\",\"threshold\":\"0\"}", 1);
        UUID author = space.aMember(1);
        UUID id = aDraft(space.id(), author);
        publish(author, id).statusCode(200);

        as(author)
                .body(Map.of("reason", "Nobody signs."))
                .post(PROPOSAL + "/cancel", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELED"));
        sign(space.aMember("OWNER", 1), id).statusCode(409);
    }

    @Test
    void nobodySignsWhatHasNoTimeLeft() {
        FakeSpace space = users.aSpace();
        settle(space, "{\"role\":\"MEMBER\",\"threshold\":\"0\"}", 1);
        UUID author = space.aMember(1);
        UUID owner = space.aMember("OWNER", 1);
        Instant endsAt = Instant.now().plusSeconds(120).truncatedTo(ChronoUnit.MICROS);
        Map<String, Object> draft = draft(space.id());
        draft.put("endsAt", endsAt.toString());
        UUID id = created(author, draft);
        publish(author, id).statusCode(200);

        clock.stopAt(endsAt.minusSeconds(60).plus(1, ChronoUnit.MICROS));
        sign(owner, id).statusCode(409).body("code", equalTo("schedule-passed"));
        clock.stopAt(endsAt.minusSeconds(60));
        sign(owner, id).statusCode(200).body("state", equalTo("PENDING"));
    }

    @Test
    void theDefaultRulesOfTheSpaceHoldUnlessTheAuthorSaysOtherwise() {
        FakeSpace space = users.aSpace();
        space.settle(
                """
                {"proposing":{"role":"MEMBER","threshold":"0"},"signOffs":{"count":0,"role":"MEMBER"},%s,\
                "defaultRules":{"ties":"STATUS_QUO","visibility":"HIDDEN_UNTIL_CLOSE"}}\
                """
                        .formatted(NO_WAIT));
        UUID author = space.aMember(1);
        Map<String, Object> draft = draft(space.id());
        draft.put("rules", Map.of("visibility", "PUBLIC_LIVE"));

        publish(author, created(author, draft))
                .statusCode(200)
                .body("rules.ties", equalTo("STATUS_QUO"))
                .body("rules.visibility", equalTo("PUBLIC_LIVE"));
    }

    @Test
    void defaultRulesThatDoNotFitAreNamed() {
        FakeSpace space = users.aSpace();
        space.settle(
                """
                {"proposing":{"role":"MEMBER","threshold":"0"},"signOffs":{"count":0,"role":"MEMBER"},%s,\
                "defaultRules":{"ties":"COIN"}}\
                """
                        .formatted(NO_WAIT));
        UUID author = space.aMember(1);

        publish(author, created(author, choiceDraft(space.id())))
                .statusCode(409)
                .body("code", equalTo("default-rules-unfit"))
                .body("errors.field", hasItem("rules.ties"));
    }

    private static Response listed(FakeSpace space, String state) {
        return given().header("Freshness-Token", now())
                .queryParam("spaceId", space.id())
                .queryParam("state", state)
                .get(PROPOSALS);
    }

    private static ValidatableResponse publish(UUID author, UUID id) {
        return as(author).post(PROPOSAL + "/publish", id).then();
    }

    private static ValidatableResponse sign(UUID userId, UUID id) {
        return as(userId).post(PROPOSAL + "/sign", id).then();
    }

    private static void settle(FakeSpace space, String proposing, int signOffs) {
        space.settle(
                "{\"proposing\":%s,\"signOffs\":{\"count\":%d,\"role\":\"MODERATOR\"},%s}"
                        .formatted(proposing, signOffs, NO_WAIT));
    }
}
