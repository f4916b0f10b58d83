package com.rechain.dao.user;

import static com.rechain.dao.user.support.Circle.SPACE;
import static com.rechain.dao.user.support.Circle.TREASURY;
import static com.rechain.dao.user.support.Circle.fresh;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.user.support.Circle;
import com.rechain.dao.user.support.Person;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who receives most, and how much. */
@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "users"))
class DelegatesIT {
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
    void delegatesAreListedWithWhatTheyReceive() {
        ada.puts(space, ada, Map.of("weight", "9".repeat(38)));
        circle.gives(ada, SPACE, Map.of(ben, 10_000));
        circle.gives(cay, SPACE, Map.of(ben, 10_000));
        circle.gives(cay, TREASURY, Map.of(ada, 10_000));

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
}
