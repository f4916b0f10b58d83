package com.rechain.dao.user;

import static com.rechain.dao.user.support.Circle.SPACE;
import static com.rechain.dao.user.support.Circle.TREASURY;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.user.support.Circle;
import com.rechain.dao.user.support.Person;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a ballot would weigh by what others give, with every reason. */
@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "users"))
class DelegatedPowerIT {
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
    void powerNamesEverySourceAndEdgeAndWhyOneIsZero() {
        circle.gives(ada, SPACE, Map.of(ben, 3_333, cay, 3_333));
        circle.gives(ada, TREASURY, Map.of(cay, 10_000));
        circle.gives(ben, SPACE, Map.of(cay, 9_999));

        circle.power(ada)
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
        circle.power(cay)
                .then()
                .body("delegated.received", equalTo("33"))
                .body("delegated.receivedZeroBecause", nullValue())
                .body("delegated.receivedFrom", hasSize(2))
                .body(edge("receivedFrom", ben, "SPACE") + ".zeroBecause", equalTo("ROUNDED_DOWN"));
        circle.power(ben, "treasury")
                .then()
                .body("delegated.received", equalTo("0"))
                .body("delegated.receivedZeroBecause", equalTo("ALL_AMOUNT_TO_ZERO"))
                .body("delegated.receivedFrom[0].zeroBecause", equalTo("NARROWER_DELEGATION"));
        circle.power(cay, "treasury").then().body("delegated.received", equalTo("101"));
        ada.puts(space, ada, Map.of("weight", "0"));
        circle.power(cay, "treasury")
                .then()
                .body(edge("receivedFrom", ada, "TOPIC") + ".zeroBecause", equalTo("NO_WEIGHT"));
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

    private static String edge(String list, Person other, String kind) {
        return "delegated.%s.find { it.userId == '%s' && it.scope.kind == '%s' }"
                .formatted(list, other.id(), kind);
    }
}
