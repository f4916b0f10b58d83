package com.rechain.dao.proposal.proposal.lifecycle;

import static com.rechain.dao.proposal.Fixture.PROPOSAL;
import static com.rechain.dao.proposal.Fixture.aDraft;
import static com.rechain.dao.proposal.Fixture.as;
import static com.rechain.dao.proposal.Fixture.choiceDraft;
import static com.rechain.dao.proposal.Fixture.created;
import static com.rechain.dao.proposal.Fixture.draft;
import static com.rechain.dao.proposal.Fixture.eventsOf;
import static com.rechain.dao.proposal.Fixture.expectState;
import static com.rechain.dao.proposal.Fixture.now;
import static com.rechain.dao.proposal.Fixture.publish;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

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
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "proposals"))
@WithTestResource(FakeUserServiceResource.class)
class LifecycleIT {
    BackingServices backing;
    FakeUserService users;

    @Test
    void aProposalGoesAllTheWayFromDraftToOutcome() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID id = aDraft(space.id(), author);
        VotingSide voting = new VotingSide(backing);

        publish(author, id)
                .header("ETag", equalTo("\"1-pending\""))
                .body("state", equalTo("PENDING"))
                .body("startsAt", notNullValue())
                .body("rulesHash", matchesPattern("[0-9a-f]{64}"))
                .body("rules.system", equalTo("basic"));
        expectState(id, "PENDING");

        voting.electorateReady(id, space.id(), Instant.now().truncatedTo(ChronoUnit.MICROS));
        expectState(id, "ACTIVE");

        Instant certifiedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
        voting.certified(id, space.id(), "SUCCEEDED", certifiedAt);
        expectState(id, "COMPLETED");
        as(author)
                .header("Freshness-Token", now())
                .get(PROPOSAL, id)
                .then()
                .body("concludedAt", equalTo(certifiedAt.toString()));

        List<String> types = eventsOf(backing, id, 3).stream().map(KafkaProbe::type).toList();
        assertThat(types)
                .containsExactly(
                        "proposal.published.v1", "proposal.started.v1", "proposal.concluded.v1");
    }

    @Test
    void everyEventKeepsItsContract() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        Map<String, Object> draft = choiceDraft(space.id());
        draft.put("rules", Map.of("visibility", "HIDDEN_UNTIL_CLOSE"));
        UUID id = created(author, draft);
        VotingSide voting = new VotingSide(backing);
        publish(author, id);
        voting.electorateReady(id, space.id(), Instant.now().truncatedTo(ChronoUnit.MICROS));
        voting.certified(id, space.id(), "NO_QUORUM", Instant.now().truncatedTo(ChronoUnit.MICROS));

        List<ConsumerRecord<String, String>> events = eventsOf(backing, id, 3);

        events.forEach(event -> EventContract.assertKept(KafkaProbe.type(event), event.value()));
        JsonPath published = JsonPath.from(events.getFirst().value());
        assertThat(published.getString("proposalId")).isEqualTo(id.toString());
        assertThat(published.getString("spaceId")).isEqualTo(space.id().toString());
        assertThat(published.getString("authorId")).isEqualTo(author.toString());
        assertThat(published.getString("kind")).isEqualTo("STANDARD");
        assertThat(published.getString("system")).isEqualTo("single-choice");
        assertThat(published.getList("choices")).isEqualTo(List.of("Slate", "Copper", "Reed"));
        assertThat(published.getString("rules.visibility")).isEqualTo("HIDDEN_UNTIL_CLOSE");
        assertThat(published.getString("rules.changeOfVote")).isEqualTo("UNTIL_CLOSE");
        assertThat(published.getString("startsAt")).isEqualTo(published.getString("publishedAt"));
        assertThat(JsonPath.from(events.getLast().value()).getString("outcome"))
                .isEqualTo("NO_QUORUM");
    }

    @Test
    void theRulesAreGivenOutByteForByteAsTheyAreHashed() throws Exception {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID id = aDraft(space.id(), author);
        String before =
                as(author).header("Freshness-Token", now()).get(PROPOSAL + "/rules", id).asString();
        String hash = publish(author, id).extract().path("rulesHash");

        byte[] rules =
                given().header("Freshness-Token", now())
                        .get(PROPOSAL + "/rules", id)
                        .then()
                        .statusCode(200)
                        .contentType("application/json")
                        .header("Rules-Hash", equalTo(hash))
                        .extract()
                        .asByteArray();

        byte[] digest = MessageDigest.getInstance("SHA-256").digest(rules);
        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(hash);
        assertThat(new String(rules, UTF_8))
                .isEqualTo(before)
                .isEqualTo(
                        """
                        {"approval":{"base":"FOR_AGAINST","comparison":"GT","denominator":"2","numerator":"1"},"changeOfVote":"UNTIL_CLOSE","quorum":{"amount":"0","base":"CAST","comparison":"GE"},"system":"basic","ties":"DEFEAT","visibility":"PUBLIC_LIVE"}\
                        """);
    }

    @Test
    void aStartInTheFutureIsAnnouncedWhenItComes() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        Instant startsAt = Instant.now().plusSeconds(10).truncatedTo(ChronoUnit.MICROS);
        Map<String, Object> draft = draft(space.id());
        draft.put("startsAt", startsAt.toString());
        UUID id = created(author, draft);
        publish(author, id)
                .body("state", equalTo("PENDING"))
                .body("startsAt", equalTo(startsAt.toString()));

        new VotingSide(backing)
                .electorateReady(id, space.id(), Instant.now().truncatedTo(ChronoUnit.MICROS));

        ConsumerRecord<String, String> started =
                new KafkaProbe(backing).await("proposal-events", "proposal.started.v1", id);
        assertThat(JsonPath.from(started.value()).getString("startedAt"))
                .isEqualTo(startsAt.toString());
        expectState(id, "ACTIVE");
    }
}
