package com.rechain.dao.proposal.search;

import static com.rechain.dao.proposal.Fixture.PROPOSAL;
import static com.rechain.dao.proposal.Fixture.PROPOSALS;
import static com.rechain.dao.proposal.Fixture.aPublished;
import static com.rechain.dao.proposal.Fixture.as;
import static com.rechain.dao.proposal.Fixture.now;
import static com.rechain.dao.proposal.search.Listed.FOR_EVERYONE;
import static com.rechain.dao.proposal.search.Listed.titled;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.proposal.VotingSide;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.fake.FakeSpace;
import com.rechain.dao.test.fake.FakeUserService;
import com.rechain.dao.test.fake.FakeUserServiceResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How answers are sent again or confirmed, and when they end. */
@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "proposals"))
@WithTestResource(FakeUserServiceResource.class)
class ProposalAnswersIT {
    BackingServices backing;
    FakeUserService users;

    @Test
    void aPageIsSentOnceAndThenOnlyConfirmed() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        aPublished(space.id(), author);
        String where = PROPOSALS + "?spaceId=" + space.id();

        Response first = given().header("Freshness-Token", now()).get(where);
        String etag = first.header("ETag");

        given().header("If-None-Match", etag)
                .get(where)
                .then()
                .statusCode(304)
                .header("ETag", equalTo(etag))
                .body(equalTo(""));
        given().header("If-None-Match", "W/" + etag + ", \"other\"")
                .get(where)
                .then()
                .statusCode(304);
        assertThat(given().get(where).asByteArray()).isEqualTo(first.asByteArray());

        String added = aPublished(space.id(), author).toString();
        given().header("If-None-Match", etag)
                .get(where)
                .then()
                .statusCode(200)
                .body("items[0].id", equalTo(added));
    }

    @Test
    void aProposalIsConfirmedUntilItChanges() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID id = aPublished(space.id(), author);

        given().get(PROPOSAL, id)
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"1-pending"))
                .header("Cache-Control", equalTo(FOR_EVERYONE))
                .header("Vary", equalTo("Accept-Encoding, Authorization, Freshness-Token"));
        as(author)
                .get(PROPOSAL, id)
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"1-pending"))
                .header("Cache-Control", equalTo("private, no-cache"));
        given().header("If-None-Match", "\"1-pending\", \"1-pending-gzip\"")
                .get(PROPOSAL, id)
                .then()
                .statusCode(304);

        as(author)
                .body(Map.of("reason", "Changed my mind"))
                .post(PROPOSAL + "/cancel", id)
                .then()
                .statusCode(200);
        given().header("If-None-Match", "\"1-pending\"")
                .get(PROPOSAL, id)
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"2-canceled"));
    }

    @Test
    void whatEverybodyReadsIsSentInTheSmallestEncodingTheReaderTakes() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID id =
                UUID.fromString(
                        titled(space, author, "A long one", "All work and no play. ".repeat(100)));

        Response plain = encoded("identity", id);
        Response gzipped = encoded("gzip", id);
        Response brotli = encoded("gzip, br", id);

        assertThat(plain.header("Content-Encoding")).isNull();
        assertThat(gzipped.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(brotli.header("Content-Encoding")).isEqualTo("br");
        assertThat(plain.header("ETag")).isEqualTo("\"1-pending\"");
        assertThat(gzipped.header("ETag")).isEqualTo("\"1-pending-gzip\"");
        assertThat(brotli.header("ETag")).isEqualTo("\"1-pending-br\"");
        assertThat(brotli.asByteArray().length)
                .isLessThan(gzipped.asByteArray().length)
                .isLessThan(plain.asByteArray().length / 3);
        assertThat(brotli.header("Cache-Tag")).isEqualTo("proposal:" + id + ",space:" + space.id());
    }

    @Test
    void rulesVersionsAndCommentsOfWhatIsPublicMayBeKeptByEverybodyForAMoment() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID id = aPublished(space.id(), author);

        for (String part : List.of("/rules", "/versions", "/comments")) {
            Response first = given().header("Freshness-Token", now()).get(PROPOSAL + part, id);
            first.then()
                    .statusCode(200)
                    .header("Cache-Control", equalTo(FOR_EVERYONE))
                    .header("Cache-Tag", containsString("proposal:" + id));
            given().header("If-None-Match", first.header("ETag"))
                    .get(PROPOSAL + part, id)
                    .then()
                    .statusCode(304);
        }

        as(author)
                .body(Map.of("body", "First!"))
                .post(PROPOSAL + "/comments", id)
                .then()
                .statusCode(201);
        given().get(PROPOSAL + "/comments", id).then().body("items[0].body", equalTo("First!"));
    }

    @Test
    void aCachedAnswerEndsWhenTheVoteDoes() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID id = aPublished(space.id(), author);
        given().get(PROPOSAL, id).then().body("state", equalTo("PENDING"));
        String where = PROPOSALS + "?state=ACTIVE&spaceId=" + space.id();
        given().get(where).then().body("items", hasSize(0));
        Instant later = Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.MICROS);

        // Ready at an instant to come: at that instant nothing is written, and yet the answers
        // change.
        new VotingSide(backing).electorateReady(id, space.id(), later);

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> given().get(PROPOSAL, id).then().body("state", equalTo("ACTIVE")));
        given().get(where).then().body("items.id", equalTo(List.of(id.toString())));
        assertThat(Instant.now()).isAfter(later.minusMillis(1));
    }

    private static Response encoded(String acceptEncoding, UUID id) {
        return given().config(
                        RestAssured.config()
                                .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .header("Accept-Encoding", acceptEncoding)
                .get(PROPOSAL, id);
    }
}
