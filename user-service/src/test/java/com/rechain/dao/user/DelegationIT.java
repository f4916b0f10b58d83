package com.rechain.dao.user;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.contract.EventContract;
import com.rechain.dao.test.event.KafkaProbe;
import com.rechain.dao.user.support.Person;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "users"))
class DelegationIT {
    private static final Map<String, Object> SPACE = Map.of("kind", "SPACE");
    private static final Map<String, Object> TREASURY =
            Map.of("kind", "TOPIC", "topic", "treasury");

    BackingServices backing;

    private Person ada;
    private Person ben;
    private Person cay;
    private UUID space;

    @BeforeEach
    void threeMembersOfASpace() {
        ada = Person.arrives();
        ben = Person.arrives();
        cay = Person.arrives();
        space = ada.founds("PUBLIC");
        ben.joins(space);
        cay.joins(space);
        ada.puts(space, ada, Map.of("weight", "101"));
    }

    @Test
    void aSetIsReplacedAsAWholeAndShownToItsOwner() {
        gives(ada, SPACE, Map.of(ben, 5_000, cay, 2_500)).then().statusCode(200);
        gives(ada, SPACE, Map.of(cay, 10_000))
                .then()
                .statusCode(200)
                .body("delegatorId", equalTo(ada.id().toString()))
                .body("items", hasSize(1))
                .body("items[0].scope.kind", equalTo("SPACE"))
                .body("items[0].delegates", hasSize(1))
                .body("items[0].delegates[0].delegateId", equalTo(cay.id().toString()))
                .body("items[0].delegates[0].basisPoints", equalTo(10_000));
        gives(ada, Map.of("kind", "TOPIC", "topic", " Treasury "), Map.of(ben, 1))
                .then()
                .body("items", hasSize(2))
                .body("items.scope.topic", contains(null, "treasury"));

        fresh(ada.asks())
                .get("/api/v1/spaces/{id}/delegations", space)
                .then()
                .statusCode(200)
                .body("items", hasSize(2));
        gives(ada, SPACE, Map.of()).then().statusCode(200).body("items", hasSize(1));
    }

    @Test
    void whatOneDelegateGotIsTakenBackEverywhere() {
        gives(ada, SPACE, Map.of(ben, 5_000, cay, 2_500));
        gives(ada, TREASURY, Map.of(ben, 10_000));

        takesBack(ada, ben).then().statusCode(204);
        takesBack(ada, ben).then().statusCode(204);

        fresh(ada.asks())
                .get("/api/v1/spaces/{id}/delegations", space)
                .then()
                .body("items", hasSize(1))
                .body("items[0].delegates.delegateId", contains(cay.id().toString()));
    }

    @Test
    void powerNamesEverySourceAndEdgeAndWhyOneIsZero() {
        gives(ada, SPACE, Map.of(ben, 3_333, cay, 3_333));
        gives(ada, TREASURY, Map.of(cay, 10_000));
        gives(ben, SPACE, Map.of(cay, 9_999));

        power(ada)
                .then()
                .statusCode(200)
                .body("weight", equalTo("101"))
                .body("sources", hasSize(1))
                .body("delegated.received", equalTo("0"))
                .body("delegated.receivedZeroBecause", equalTo("NO_DELEGATION"))
                .body("delegated.retained", equalTo("35"))
                .body("delegated.givenTo", hasSize(3))
                .body(edge("givenTo", cay, "SPACE") + ".amount", equalTo("33"))
                .body(edge("givenTo", cay, "TOPIC") + ".zeroBecause", equalTo("OTHER_SCOPE"));
        power(cay)
                .then()
                .body("delegated.received", equalTo("33"))
                .body("delegated.receivedZeroBecause", nullValue())
                .body("delegated.receivedFrom", hasSize(2))
                .body(edge("receivedFrom", ben, "SPACE") + ".zeroBecause", equalTo("ROUNDED_DOWN"));
        power(ben, "treasury")
                .then()
                .body("delegated.received", equalTo("0"))
                .body("delegated.receivedZeroBecause", equalTo("ALL_AMOUNT_TO_ZERO"))
                .body("delegated.receivedFrom[0].zeroBecause", equalTo("NARROWER_DELEGATION"));
        power(cay, "treasury").then().body("delegated.received", equalTo("101"));
        ada.puts(space, ada, Map.of("weight", "0"));
        power(cay, "treasury")
                .then()
                .body(edge("receivedFrom", ada, "TOPIC") + ".zeroBecause", equalTo("NO_WEIGHT"));
    }

    @Test
    void delegatesAreListedWithWhatTheyReceive() {
        ada.puts(space, ada, Map.of("weight", "9".repeat(38)));
        gives(ada, SPACE, Map.of(ben, 10_000));
        gives(cay, SPACE, Map.of(ben, 10_000));
        gives(cay, TREASURY, Map.of(ada, 10_000));

        fresh(given())
                .get("/api/v1/spaces/{id}/delegates", space)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].userId", equalTo(ben.id().toString()))
                .body("items[0].delegators", equalTo(2))
                .body("items[0].received", equalTo("1" + "0".repeat(38)));
        fresh(given())
                .queryParam("topic", "TREASURY")
                .get("/api/v1/spaces/{id}/delegates", space)
                .then()
                .body("items.userId", contains(ben.id().toString(), ada.id().toString()))
                .body("items[0].delegators", equalTo(1));
        given().get("/api/v1/spaces/{id}/delegates?limit=201", space).then().statusCode(400);
        given().get("/api/v1/spaces/{id}/delegates", UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void leavingEndsDelegationsForGood() {
        gives(ada, SPACE, Map.of(ben, 10_000));
        gives(ben, SPACE, Map.of(cay, 10_000));
        ada.puts(space, ben, Map.of("weight", "0"));

        ben.asks().post("/api/v1/spaces/{id}/leave", space).then().statusCode(204);
        assertThat(edges(Instant.now())).isEmpty();
        ben.joins(space).then().statusCode(201);

        assertThat(edges(Instant.now())).isEmpty();
        power(ada).then().body("delegated.givenTo", empty());
        gives(ada, SPACE, Map.of(ben, 7)).then().statusCode(200);
        assertThat(edges(Instant.now())).hasSize(1);
    }

    @Test
    void theDelegationsOfAPastInstantNeverChange() {
        gives(ada, SPACE, Map.of(ben, 10_000));
        gives(ada, TREASURY, Map.of(cay, 4_000, ben, 6_000));
        Instant before = Instant.now();
        List<Map<String, Object>> handedOut = edges(before);
        assertThat(handedOut).hasSize(3);

        gives(ada, SPACE, Map.of(cay, 1));
        takesBack(ada, ben);
        ben.asks().post("/api/v1/spaces/{id}/leave", space);

        assertThat(edges(before)).isEqualTo(handedOut);
        assertThat(edges(Instant.now())).hasSize(2);
    }

    @Test
    void anExpiredDelegationDoesNotCountFromItsInstantOn() {
        Instant until = Instant.now().plusMillis(1_500).truncatedTo(ChronoUnit.MICROS);
        ada.sends(body(SPACE, Map.of(ben, 10_000), until.toString()))
                .put("/api/v1/spaces/{id}/delegations", space)
                .then()
                .statusCode(200)
                .body("items[0].expiresAt", equalTo(until.toString()));

        Awaitility.await().until(() -> export(until.plusMillis(1), null, 10).statusCode() == 200);

        assertThat(edges(until.minusNanos(1_000))).hasSize(1);
        assertThat(edges(until)).isEmpty();
    }

    @Test
    void theExportComesInPagesForOneProposal() {
        UUID proposal = UUID.randomUUID();
        gives(ada, Map.of("kind", "PROPOSAL", "proposalId", proposal), Map.of(ben, 1));
        gives(ben, Map.of("kind", "TOPIC", "topic", "other"), Map.of(cay, 1));
        gives(cay, SPACE, Map.of(ben, 1));
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

    @Test
    void everyChangeIsTold() {
        gives(ada, TREASURY, Map.of(ben, 42));

        String told =
                new KafkaProbe(backing)
                        .await("user-events", "delegation.changed.v1", space)
                        .value();

        EventContract.assertKept("delegation.changed.v1", told);
        assertThat(told).contains("\"basisPoints\":42").contains("\"topic\":\"treasury\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"scope\":{\"kind\":\"SPACE\"}}",
                "{\"scope\":{\"kind\":\"GALAXY\"},\"delegates\":[]}",
                "{\"scope\":{\"kind\":\"TOPIC\"},\"delegates\":[]}",
                "{\"scope\":{\"kind\":\"TOPIC\",\"topic\":\" \"},\"delegates\":[]}",
                "{\"scope\":{\"kind\":\"SPACE\",\"topic\":\"x\"},\"delegates\":[]}",
                "{\"scope\":{\"kind\":\"PROPOSAL\"},\"delegates\":[]}",
                "{\"scope\":{\"kind\":\"SPACE\"},\"delegates\":[null]}",
                "{\"scope\":{\"kind\":\"SPACE\"},\"delegates\":[{}]}",
                "{\"scope\":{\"kind\":\"SPACE\"},\"delegates\":[{\"delegateId\":\"BEN\",\"basisPoints\":0}]}",
                "{\"scope\":{\"kind\":\"SPACE\"},\"delegates\":[{\"delegateId\":\"BEN\",\"basisPoints\":10001}]}",
                "{\"scope\":{\"kind\":\"SPACE\"},\"delegates\":[{\"delegateId\":\"ADA\",\"basisPoints\":1}]}",
                "{\"scope\":{\"kind\":\"SPACE\"},\"delegates\":[{\"delegateId\":\"BEN\",\"basisPoints\":6000},{\"delegateId\":\"CAY\",\"basisPoints\":4001}]}",
                "{\"scope\":{\"kind\":\"SPACE\"},\"delegates\":[{\"delegateId\":\"BEN\",\"basisPoints\":1},{\"delegateId\":\"BEN\",\"basisPoints\":1}]}",
                "{\"scope\":{\"kind\":\"SPACE\"},\"delegates\":[{\"delegateId\":\"BEN\",\"basisPoints\":1}],\"expiresAt\":\"2020-01-01T00:00:00Z\"}",
                "{\"scope\":{\"kind\":\"SPACE\"},\"delegates\":[{\"delegateId\":\"BEN\",\"basisPoints\":1}],\"expiresAt\":\"soon\"}",
                "{\"scope\":{\"kind\":\"SPACE\"},\"delegates\":[{\"delegateId\":\"BEN\",\"basisPoints\":1}],\"expiresAt\":\"+12000-01-01T00:00:00Z\"}",
                // Lower case has twice as many characters.
                "{\"scope\":{\"kind\":\"TOPIC\",\"topic\":\"\u0130\u0130\u0130\u0130\u0130\u0130\u0130\u0130\u0130\u0130\u0130\u0130\u0130\u0130\u0130\u0130\u0130\u0130\u0130\u0130\u0130\u0130\u0130\u0130\u0130\u0130\u0130\u0130\u0130\u0130\"},\"delegates\":[]}"
            })
    void whatCannotBeDelegatedIsMalformed(String template) {
        String body =
                template.replace("ADA", ada.id().toString())
                        .replace("BEN", ben.id().toString())
                        .replace("CAY", cay.id().toString());

        ada.asks()
                .contentType("application/json")
                .body(body)
                .put("/api/v1/spaces/{id}/delegations", space)
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed-request"));
    }

    @Test
    void onlyMembersGiveAndReceive() {
        Person stranger = Person.arrives();

        gives(ada, SPACE, Map.of(stranger, 1))
                .then()
                .statusCode(422)
                .body("code", equalTo("delegate-not-a-member"))
                .body("delegateIds", contains(stranger.id().toString()));
        gives(stranger, SPACE, Map.of(ada, 1)).then().statusCode(403);
        given().contentType("application/json")
                .body(body(SPACE, Map.of(ben, 1), null))
                .put("/api/v1/spaces/{id}/delegations", space)
                .then()
                .statusCode(401);
        ada.sends(body(SPACE, Map.of(ben, 1), null))
                .put("/api/v1/spaces/{id}/delegations", UUID.randomUUID())
                .then()
                .statusCode(404);
        List<Person> many = IntStream.range(0, 21).mapToObj(_ -> ben).toList();
        Map<String, Object> tooMany =
                Map.of(
                        "scope",
                        SPACE,
                        "delegates",
                        many.stream()
                                .map(_ -> Map.of("delegateId", UUID.randomUUID(), "basisPoints", 1))
                                .toList());
        ada.sends(tooMany).put("/api/v1/spaces/{id}/delegations", space).then().statusCode(400);
    }

    @Test
    void moreThanAHundredScopesAreTooMany() {
        for (int i = 0; i < 100; i++) {
            gives(ada, Map.of("kind", "TOPIC", "topic", "topic " + i), Map.of(ben, 1))
                    .then()
                    .statusCode(200);
        }

        gives(ada, SPACE, Map.of(ben, 1))
                .then()
                .statusCode(409)
                .body("code", equalTo("too-many-delegations"));
        gives(ada, Map.of("kind", "TOPIC", "topic", "topic 7"), Map.of(cay, 1))
                .then()
                .statusCode(200);
    }

    @Test
    void powerIsKnownOfThePastOnly() {
        given().queryParam("at", Instant.now().plusSeconds(30).toString())
                .get("/api/v1/spaces/{space}/power/{user}", space, ada.id())
                .then()
                .statusCode(400)
                .body("errors[0].rule", equalTo("past"));
        given().queryParam("topic", (Object[]) "abcdefghijk".split(""))
                .get("/api/v1/spaces/{space}/power/{user}", space, ada.id())
                .then()
                .statusCode(400);
    }

    private Response gives(Person from, Map<String, Object> scope, Map<Person, Integer> parts) {
        return from.sends(body(scope, parts, null)).put("/api/v1/spaces/{id}/delegations", space);
    }

    private static Map<String, Object> body(
            Map<String, Object> scope, Map<Person, Integer> parts, String expiresAt) {
        Map<String, Object> body = new HashMap<>();
        body.put("scope", scope);
        body.put(
                "delegates",
                parts.entrySet().stream()
                        .map(part ->
                                Map.of(
                                        "delegateId",
                                        part.getKey().id(),
                                        "basisPoints",
                                        part.getValue()))
                        .toList());
        if (expiresAt != null) {
            body.put("expiresAt", expiresAt);
        }
        return body;
    }

    private Response takesBack(Person from, Person delegate) {
        return from.asks()
                .delete("/api/v1/spaces/{id}/delegations/{delegate}", space, delegate.id());
    }

    private Response power(Person person, String... topics) {
        return fresh(given())
                .queryParam("explain", true)
                .queryParam("topic", (Object[]) topics)
                .get("/api/v1/spaces/{space}/power/{user}", space, person.id());
    }

    private static String edge(String list, Person other, String kind) {
        return "delegated.%s.find { it.userId == '%s' && it.scope.kind == '%s' }"
                .formatted(list, other.id(), kind);
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

    /** As fresh as it can be had. */
    private static RequestSpecification fresh(RequestSpecification request) {
        long micros = Instant.now().plusSeconds(5).getEpochSecond() * 1_000_000;
        return request.header("Freshness-Token", "user-service=" + micros);
    }
}
