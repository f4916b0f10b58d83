package com.rechain.dao.voting.ballot;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.fake.FakeSpace;
import com.rechain.dao.test.fake.FakeUserService;
import com.rechain.dao.test.fake.FakeUserServiceResource;
import com.rechain.dao.voting.support.Ledger;
import com.rechain.dao.voting.support.Proposal;
import com.rechain.dao.voting.support.VoterClient;
import com.rechain.dao.voting.support.Votes;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no ballot at all, and by which rule. */
@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "voting"))
@WithTestResource(FakeUserServiceResource.class)
class BallotFormIT {
    FakeUserService users;

    @Inject Votes votes;
    @Inject Ledger ledger;

    private FakeSpace space;
    private VoterClient voter;

    @BeforeEach
    void aSpaceWithAVoter() {
        space = users.aSpace();
        voter = VoterClient.of(space.aMember(5));
    }

    @Test
    void aKeyOfTheWrongFormIsMalformed() {
        Proposal proposal = votes.open(Proposal.running(space.id()));

        voter.cast(proposal, 1, "k".repeat(256))
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed-request"));
        assertThat(ledger.revisions(proposal.id())).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0         | option-of-proposal
                    4         | option-of-proposal
                    -1        | option-of-proposal
                    "1"       | integer
                    1.0       | integer
                    [1]       | integer
                    {"1":1}   | integer
                    null      | integer
                    true      | integer
                    """)
    void aWrongChoiceIsAnInvalidBallotByANamedRule(String choice, String rule) {
        Proposal proposal = votes.open(Proposal.running(space.id()));

        voter.put(proposal, "{\"choice\":%s}".formatted(choice))
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid-ballot"))
                .body("errors.field", contains("choice"))
                .body("errors.rule", contains(rule));
        assertThat(ledger.revisions(proposal.id())).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "1",
                "{}",
                "{\"choice\":1,}",
                "{\"choice\":1,\"choice\":1}",
                "{\"choice\":1,\"weight\":\"9\"}",
                "{\"choice\":1,\"reason\":1}",
                "{\"choice\":1,\"reason\":\"\\ud800\"}",
                "{\"choice\":1} {}"
            })
    void aBodyOfTheWrongShapeIsMalformed(String body) {
        Proposal proposal = votes.open(Proposal.running(space.id()));

        voter.put(proposal, body).then().statusCode(400).body("code", equalTo("malformed-request"));
        assertThat(ledger.revisions(proposal.id())).isZero();
    }

    @Test
    void bytesThatAreNotUtf8AreMalformed() {
        Proposal proposal = votes.open(Proposal.running(space.id()));
        byte[] body = "{\"choice\":1,\"reason\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);

        voter.with()
                .contentType("application/json")
                .body(body)
                .put("/api/v1/proposals/{id}/ballot", proposal.id())
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed-request"));
    }

    @Test
    void theReasonHasAnExactLimit() {
        Proposal proposal = votes.open(Proposal.running(space.id()));

        voter.put(proposal, "{\"choice\":1,\"reason\":\"%s\"}".formatted("✓".repeat(5001)))
                .then()
                .statusCode(400);
        voter.put(proposal, "{\"choice\":1,\"reason\":\"%s\"}".formatted("✓".repeat(5000)))
                .then()
                .statusCode(201);
    }

    @Test
    void anotherMediaTypeIsNotTaken() {
        Proposal proposal = votes.open(Proposal.running(space.id()));

        given().header("Authorization", "Bearer " + voter.token())
                .contentType(ContentType.TEXT)
                .body("{\"choice\":1}")
                .put("/api/v1/proposals/{id}/ballot", proposal.id())
                .then()
                .statusCode(415);
    }
}
