package com.rechain.dao.proposal.proposal.lifecycle;

import static com.rechain.dao.proposal.Fixture.PROPOSAL;
import static com.rechain.dao.proposal.Fixture.PROPOSALS;
import static com.rechain.dao.proposal.Fixture.as;
import static com.rechain.dao.proposal.Fixture.choiceDraft;
import static com.rechain.dao.proposal.Fixture.created;
import static com.rechain.dao.proposal.Fixture.draft;
import static com.rechain.dao.proposal.Fixture.now;
import static com.rechain.dao.proposal.Fixture.publish;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

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
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "proposals"))
@WithTestResource(FakeUserServiceResource.class)
class RunoffIT {
    BackingServices backing;
    FakeUserService users;

    @Test
    void aTieIsFollowedByOneRunoffOfWhatSharedTheLead() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        Map<String, Object> draft = choiceDraft(space.id());
        draft.put("rules", Map.of("ties", "RUNOFF", "visibility", "HIDDEN_UNTIL_CLOSE"));
        draft.put("labels", List.of("roof"));
        draft.put("actions", List.of(Map.of("kind", "MANUAL", "description", "Build it.")));
        UUID id = created(author, draft);
        JsonPath published = publish(author, id).extract().jsonPath();

        VotingSide voting = new VotingSide(backing);
        Instant at = micros();
        voting.electorateReady(id, space.id(), at);
        voting.tied(id, space.id(), List.of(1, 3), at);
        voting.tied(id, space.id(), List.of(1, 3), at);
        UUID runoff = runoffOf(id);

        JsonPath next = read(runoff);
        assertThat(next.getString("runoffOf")).isEqualTo(id.toString());
        assertThat(next.getString("runoffProposalId")).isNull();
        assertThat(next.getList("choices")).isEqualTo(List.of("Slate", "Reed"));
        assertThat(next.getString("title")).isEqualTo(published.getString("title"));
        assertThat(next.getString("rules.ties")).isEqualTo("STATUS_QUO");
        assertThat(next.getString("rules.visibility")).isEqualTo("HIDDEN_UNTIL_CLOSE");
        assertThat(next.getString("actionsHash")).isEqualTo(published.getString("actionsHash"));
        assertThat(next.getInt("number")).isEqualTo(published.getInt("number") + 1);
        assertThat(window(next)).isEqualTo(window(published));
        assertThat(read(id).getString("state")).isEqualTo("TIED");
        given().header("Freshness-Token", now())
                .queryParam("spaceId", space.id())
                .queryParam("label", "roof")
                .queryParam("sort", "oldest")
                .get(PROPOSALS)
                .then()
                .body("items.id", contains(id.toString(), runoff.toString()));
        var event =
                new KafkaProbe(backing).await("proposal-events", "proposal.published.v1", runoff);
        EventContract.assertKept("proposal.published.v1", event.value());
        assertThat(JsonPath.from(event.value()).getString("runoffOf")).isEqualTo(id.toString());

        voting.electorateReady(runoff, space.id(), micros());
        voting.tied(runoff, space.id(), List.of(1, 2), micros());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> "TIED".equals(read(runoff).getString("state")));
        assertThat(read(runoff).getString("runoffProposalId")).isNull();
    }

    @Test
    void aBasicVoteAsksTheSameAgain() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        Map<String, Object> draft = draft(space.id());
        draft.put("rules", Map.of("ties", "RUNOFF"));
        UUID id = created(author, draft);
        publish(author, id);
        VotingSide voting = new VotingSide(backing);
        voting.electorateReady(id, space.id(), micros());
        voting.tied(id, space.id(), List.of(1, 2), micros());

        assertThat(read(runoffOf(id)).getList("choices"))
                .isEqualTo(List.of("For", "Against", "Abstain"));
    }

    @Test
    void withoutTheRuleATieIsTheEnd() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID id = created(author, choiceDraft(space.id()));
        publish(author, id);
        VotingSide voting = new VotingSide(backing);
        voting.electorateReady(id, space.id(), micros());
        voting.tied(id, space.id(), List.of(1, 2), micros());

        await().atMost(Duration.ofSeconds(60))
                .until(() -> "TIED".equals(read(id).getString("state")));
        given().header("Freshness-Token", now())
                .get(PROPOSAL, id)
                .then()
                .body("runoffProposalId", nullValue());
    }

    @Test
    void whatCannotBeAskedAmongFewerHasNoRunoff() {
        FakeSpace space = users.aSpace();
        Map<String, Object> draft = choiceDraft(space.id());
        draft.put("system", "stv");
        draft.put("rules", Map.of("ties", "RUNOFF"));

        as(space.aMember(1))
                .body(draft)
                .post(PROPOSALS)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem(equalTo("rules.ties")))
                .body("errors.rule", hasItem(equalTo("runoff")));
    }

    private static UUID runoffOf(UUID id) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> read(id).getString("runoffProposalId") != null);
        return UUID.fromString(read(id).getString("runoffProposalId"));
    }

    private static JsonPath read(UUID id) {
        return given().header("Freshness-Token", now()).get(PROPOSAL, id).jsonPath();
    }

    private static Duration window(JsonPath proposal) {
        return Duration.between(
                Instant.parse(proposal.getString("startsAt")),
                Instant.parse(proposal.getString("endsAt")));
    }

    private static Instant micros() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
