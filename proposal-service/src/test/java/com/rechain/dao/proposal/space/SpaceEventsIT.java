package com.rechain.dao.proposal.space;

import static com.rechain.dao.proposal.Fixture.PROPOSAL;
import static com.rechain.dao.proposal.Fixture.PROPOSALS;
import static com.rechain.dao.proposal.Fixture.aPublished;
import static com.rechain.dao.proposal.Fixture.as;
import static com.rechain.dao.proposal.Fixture.now;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.rechain.dao.devstack.backing.BackingServices;
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
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "proposals"))
@WithTestResource(FakeUserServiceResource.class)
class SpaceEventsIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    BackingServices backing;
    FakeUserService users;
    @Inject SpaceDirectory spaces;

    @Test
    void aSpaceThatTurnsPrivateTakesItsProposalsAlong() {
        FakeSpace space = users.aSpace("PUBLIC");
        UUID author = space.aMember(5);
        UUID id = aPublished(space.id(), author);
        given().get(PROPOSAL, id).then().statusCode(200);
        given().get(PROPOSALS).then().body("items.id", hasItem(id.toString()));

        new VotingSide(backing).spaceChanged(space.id(), "PRIVATE", 1, Instant.now());

        await().atMost(LIMIT).untilAsserted(() -> given().get(PROPOSAL, id).then().statusCode(404));
        given().get(PROPOSALS).then().statusCode(200).body("items.id", not(hasItem(id.toString())));
        given().get(PROPOSALS + "?spaceId=" + space.id()).then().statusCode(404);
        as(author).header("Freshness-Token", now()).get(PROPOSAL, id).then().statusCode(200);
    }

    @Test
    void anOlderChangeNeverUndoesANewerOne() {
        UUID space = UUID.randomUUID();
        UUID marker = UUID.randomUUID();
        VotingSide events = new VotingSide(backing);

        events.spaceCreated(space, "PUBLIC", UUID.randomUUID(), Instant.now());
        events.spaceChanged(space, "PRIVATE", 3, Instant.now());
        events.spaceChanged(space, "UNLISTED", 2, Instant.now());
        events.spaceCreated(space, "PUBLIC", UUID.randomUUID(), Instant.now());
        await().atMost(LIMIT).until(() -> visibility(space) == SpaceVisibility.PRIVATE);
        events.spaceChanged(space, "UNLISTED", 4, Instant.now());
        await().atMost(LIMIT).until(() -> visibility(space) == SpaceVisibility.UNLISTED);

        assertThat(spaces.find(space))
                .isEqualTo(
                        new SpaceLookup.Known(
                                new SpaceReference(
                                        space, "harbour", "Harbour", SpaceVisibility.UNLISTED, 4)));
        assertThat(spaces.find(marker)).isInstanceOf(SpaceLookup.NoSuchSpace.class);
    }

    @Test
    void aSpaceIsAskedForWhileItsEventIsOnTheWay() {
        FakeSpace space = users.aSpace("UNLISTED");

        assertThat(visibility(space.id())).isEqualTo(SpaceVisibility.UNLISTED);
        users.goAway();
        try {
            assertThat(visibility(space.id())).isEqualTo(SpaceVisibility.UNLISTED);
            assertThat(spaces.find(UUID.randomUUID())).isInstanceOf(SpaceLookup.Unknown.class);
        } finally {
            users.comeBack();
        }
    }

    private SpaceVisibility visibility(UUID space) {
        return spaces.find(space) instanceof SpaceLookup.Known(SpaceReference known)
                ? known.visibility()
                : null;
    }
}
