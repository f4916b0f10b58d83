package com.rechain.dao.proposal.proposal.lifecycle;

import static com.rechain.dao.proposal.Fixture.PROPOSAL;
import static com.rechain.dao.proposal.Fixture.aDraft;
import static com.rechain.dao.proposal.Fixture.as;
import static com.rechain.dao.proposal.Fixture.created;
import static com.rechain.dao.proposal.Fixture.draft;
import static com.rechain.dao.proposal.Fixture.inDays;
import static com.rechain.dao.proposal.Fixture.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.fake.FakeSpace;
import com.rechain.dao.test.fake.FakeUserService;
import com.rechain.dao.test.fake.FakeUserServiceResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is not published, and that it is published once. */
@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "proposals"))
@WithTestResource(FakeUserServiceResource.class)
class PublishingIT {
    FakeUserService users;

    @Test
    void aDraftWhoseTimeHasPassedIsNotPublished() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        Map<String, Object> draft = draft(space.id());
        Instant startsAt = Instant.now().plusSeconds(5);
        draft.put("startsAt", startsAt.toString());
        UUID id = created(author, draft);

        await().until(() -> Instant.now().isAfter(startsAt.plusMillis(200)));

        as(author)
                .post(PROPOSAL + "/publish", id)
                .then()
                .statusCode(409)
                .body("code", equalTo("schedule-passed"))
                .body("errors.field", hasItem("startsAt"));
        as(author)
                .header("Freshness-Token", now())
                .get(PROPOSAL, id)
                .then()
                .body("state", equalTo("DRAFT"));
    }

    @Test
    void publishingTwiceIsAConflictUnlessItIsTheSameRequest() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID id = aDraft(space.id(), author);
        String key = "publish-" + UUID.randomUUID();

        String first =
                as(author)
                        .header("Idempotency-Key", key)
                        .post(PROPOSAL + "/publish", id)
                        .asString();
        String again =
                as(author)
                        .header("Idempotency-Key", key)
                        .post(PROPOSAL + "/publish", id)
                        .asString();

        assertThat(again).isEqualTo(first);
        as(author)
                .post(PROPOSAL + "/publish", id)
                .then()
                .statusCode(409)
                .body("state", equalTo("PENDING"));
    }

    @Test
    void whoHasLeftTheSpacePublishesNothing() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID id = aDraft(space.id(), author);

        space.remove(author);

        as(author).post(PROPOSAL + "/publish", id).then().statusCode(403);
        as(author)
                .header("Freshness-Token", now())
                .get(PROPOSAL, id)
                .then()
                .body("state", equalTo("DRAFT"));
    }

    @Test
    void aVoteMayLastAtMostAYear() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        Map<String, Object> draft = draft(space.id());

        draft.put("endsAt", inDays(367).toString());
        as(author)
                .body(draft)
                .post("/api/v1/proposals")
                .then()
                .statusCode(400)
                .body("errors.rule", hasItem("voting-period"));
        draft.put("endsAt", Instant.now().plusSeconds(59).toString());
        as(author)
                .body(draft)
                .post("/api/v1/proposals")
                .then()
                .statusCode(400)
                .body("errors.rule", hasItem("voting-period"));
        draft.put("endsAt", Instant.now().plusSeconds(90).toString());
        as(author).body(draft).post("/api/v1/proposals").then().statusCode(201);
    }
}
