package com.rechain.dao.user;

import static com.rechain.dao.user.support.Circle.SPACE;
import static com.rechain.dao.user.support.Circle.TREASURY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.user.support.Circle;
import com.rechain.dao.user.support.Person;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What voting-service is told of the delegations of an instant. */
@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "users"))
class DelegationExportIT {
    BackingServices backing;

    private Circle circle;
    private Person ada;
    private Person ben;
    private Person cay;
    private UUID space;

    @BeforeEach
    void threeMembersOfASpace() {
        circle = Circle.meets();
        ada = circle.ada();
        ben = circle.ben();
        cay = circle.cay();
        space = circle.space();
    }

    @Test
    void leavingEndsDelegationsForGood() {
        circle.gives(ada, SPACE, Map.of(ben, 10_000));
        circle.gives(ben, SPACE, Map.of(cay, 10_000));
        ada.puts(space, ben, Map.of("weight", "0"));

        ben.asks().post("/api/v1/spaces/{id}/leave", space).then().statusCode(204);
        assertThat(edges(Instant.now())).isEmpty();
        ben.joins(space).then().statusCode(201);

        assertThat(edges(Instant.now())).isEmpty();
        circle.power(ada).then().body("delegated.givenTo", empty());
        circle.gives(ada, SPACE, Map.of(ben, 7)).then().statusCode(200);
        assertThat(edges(Instant.now())).hasSize(1);
    }

    @Test
    void theDelegationsOfAPastInstantNeverChange() {
        circle.gives(ada, SPACE, Map.of(ben, 10_000));
        circle.gives(ada, TREASURY, Map.of(cay, 4_000, ben, 6_000));
        Instant before = Instant.now();
        List<Map<String, Object>> handedOut = edges(before);
        assertThat(handedOut).hasSize(3);

        circle.gives(ada, SPACE, Map.of(cay, 1));
        circle.takesBack(ada, ben);
        ben.asks().post("/api/v1/spaces/{id}/leave", space);

        assertThat(edges(before)).isEqualTo(handedOut);
        assertThat(edges(Instant.now())).hasSize(2);
    }

    @Test
    void anExpiredDelegationDoesNotCountFromItsInstantOn() {
        Instant until = Instant.now().plusSeconds(5).truncatedTo(ChronoUnit.MICROS);
        circle.givesUntil(until, ada, SPACE, Map.of(ben, 10_000))
                .then()
                .statusCode(200)
                .body("items[0].expiresAt", equalTo(until.toString()));

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> export(until.plusMillis(1), null, 10).statusCode() == 200);

        assertThat(edges(until.minusNanos(1_000))).hasSize(1);
        assertThat(edges(until)).isEmpty();
    }

    @Test
    void theExportComesInPagesForOneProposal() {
        UUID proposal = UUID.randomUUID();
        circle.gives(ada, Map.of("kind", "PROPOSAL", "proposalId", proposal), Map.of(ben, 1));
        circle.gives(ben, Map.of("kind", "TOPIC", "topic", "other"), Map.of(cay, 1));
        circle.gives(cay, SPACE, Map.of(ben, 1));
        Instant at = Instant.now();
        Awaitility.await().until(() -> export(at, null, 10).statusCode() == 200);

        int delegations = 0;
        String after = null;
        for (int page = 0; page < 3; page++) {
            Response answer = export(at, after, 1, proposal);
            delegations += answer.<List<?>>path("delegations").size();
            after = answer.path("next");
        }

        assertThat(delegations).isEqualTo(2);
        export(at, after, 1).then().body("next", nullValue()).body("delegations", empty());
        export(Instant.now().plusSeconds(60), null, 10).then().statusCode(409);
        given().get("/internal/v1/spaces/{id}/delegations", space).then().statusCode(404);
    }

    private List<Map<String, Object>> edges(Instant at) {
        Awaitility.await().until(() -> export(at, null, 100).statusCode() == 200);
        return export(at, null, 100).path("delegations");
    }

    private Response export(Instant at, String after, int limit) {
        return export(at, after, limit, UUID.randomUUID());
    }

    private Response export(Instant at, String after, int limit, UUID proposalId) {
        RequestSpecification request =
                given().header("Dao-Internal-Secret", backing.secrets().value("internal"))
                        .queryParam("at", at.toString())
                        .queryParam("proposalId", proposalId.toString())
                        .queryParam("label", "treasury")
                        .queryParam("limit", limit);
        if (after != null) {
            request.queryParam("after", after);
        }
        return request.get("/internal/v1/spaces/{id}/delegations", space);
    }
}
