package com.rechain.dao.user;

import static com.rechain.dao.user.support.Circle.SPACE;
import static com.rechain.dao.user.support.Circle.TREASURY;
import static com.rechain.dao.user.support.Circle.body;
import static com.rechain.dao.user.support.Fresh.fresh;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.contract.EventContract;
import com.rechain.dao.test.event.KafkaProbe;
import com.rechain.dao.user.support.Circle;
import com.rechain.dao.user.support.Person;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "users"))
class DelegationIT {
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
    void aSetIsReplacedAsAWholeAndShownToItsOwner() {
        circle.gives(ada, SPACE, Map.of(ben, 5_000, cay, 2_500)).then().statusCode(200);
        circle.gives(ada, SPACE, Map.of(cay, 10_000))
                .then()
                .statusCode(200)
                .body("delegatorId", equalTo(ada.id().toString()))
                .body("items", hasSize(1))
                .body("items[0].scope.kind", equalTo("SPACE"))
                .body("items[0].delegates", hasSize(1))
                .body("items[0].delegates[0].delegateId", equalTo(cay.id().toString()))
                .body("items[0].delegates[0].basisPoints", equalTo(10_000));
        circle.gives(ada, Map.of("kind", "TOPIC", "topic", " Treasury "), Map.of(ben, 1))
                .then()
                .body("items", hasSize(2))
                .body("items.scope.topic", contains(null, "treasury"));

        fresh(ada.asks())
                .get("/api/v1/spaces/{id}/delegations", space)
                .then()
                .statusCode(200)
                .body("items", hasSize(2));
        circle.gives(ada, SPACE, Map.of()).then().statusCode(200).body("items", hasSize(1));
    }

    @Test
    void whatOneDelegateGotIsTakenBackEverywhere() {
        circle.gives(ada, SPACE, Map.of(ben, 5_000, cay, 2_500));
        circle.gives(ada, TREASURY, Map.of(ben, 10_000));

        circle.takesBack(ada, ben).then().statusCode(204);
        circle.takesBack(ada, ben).then().statusCode(204);

        fresh(ada.asks())
                .get("/api/v1/spaces/{id}/delegations", space)
                .then()
                .body("items", hasSize(1))
                .body("items[0].delegates.delegateId", contains(cay.id().toString()));
    }

    @Test
    void everyChangeIsTold() {
        circle.gives(ada, TREASURY, Map.of(ben, 42));

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

        circle.gives(ada, SPACE, Map.of(stranger, 1))
                .then()
                .statusCode(422)
                .body("code", equalTo("delegate-not-a-member"))
                .body("delegateIds", contains(stranger.id().toString()));
        circle.gives(stranger, SPACE, Map.of(ada, 1)).then().statusCode(403);
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
            circle.gives(ada, Map.of("kind", "TOPIC", "topic", "topic " + i), Map.of(ben, 1))
                    .then()
                    .statusCode(200);
        }

        circle.gives(ada, SPACE, Map.of(ben, 1))
                .then()
                .statusCode(409)
                .body("code", equalTo("too-many-delegations"));
        circle.gives(ada, Map.of("kind", "TOPIC", "topic", "topic 7"), Map.of(cay, 1))
                .then()
                .statusCode(200);
    }
}
