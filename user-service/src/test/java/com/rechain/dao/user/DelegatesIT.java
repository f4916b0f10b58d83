package com.rechain.dao.user;

import static com.rechain.dao.user.support.Circle.SPACE;
import static com.rechain.dao.user.support.Circle.TREASURY;
import static com.rechain.dao.user.support.Fresh.fresh;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.rechain.dao.platform.replica.HeartbeatMonitor;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.user.support.Circle;
import com.rechain.dao.user.support.Person;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who receives most: added up once, and shown anew whenever anything about it changes. */
@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "users"))
class DelegatesIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject MeterRegistry metrics;
    @Inject HeartbeatMonitor monitor;

    private Circle circle;
    private Person ada;
    private Person ben;
    private Person cay;
    private UUID space;

    @BeforeEach
    void threeMembersOfASpace() {
        circle = Circle.meets();
        // Whether there is such a space is asked of the replica.
        Instant now = Instant.now();
        Awaitility.await().atMost(SOON).until(() -> monitor.state().shows(now));
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

        fresh().get("/api/v1/spaces/{id}/delegates", space)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].userId", equalTo(ben.id().toString()))
                .body("items[0].delegators", equalTo(2))
                .body("items[0].received", equalTo("1" + "0".repeat(38)));
        fresh().queryParam("topic", "TREASURY")
                .get("/api/v1/spaces/{id}/delegates", space)
                .then()
                .body("items.userId", contains(ben.id().toString(), ada.id().toString()))
                .body("items[0].delegators", equalTo(1));
        given().get("/api/v1/spaces/{id}/delegates?limit=201", space).then().statusCode(400);
        given().get("/api/v1/spaces/{id}/delegates", UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void howeverManyAskItIsAddedUpOnce() {
        circle.gives(ada, SPACE, Map.of(ben, 10_000));
        long before = loads();

        for (int i = 1; i <= 5; i++) {
            delegates("limit", i).body("items.received", contains("101"));
            delegates("topic", "nobody cares for " + i).body("items.received", contains("101"));
            delegates("proposalId", UUID.randomUUID()).body("items.received", contains("101"));
        }
        Person.arrives().joins(space).then().statusCode(201);
        delegates("limit", 200).body("items.received", contains("101"));

        assertThat(loads() - before).isEqualTo(1);
    }

    @Test
    void everyChangeShowsAtOnce() {
        circle.gives(ada, SPACE, Map.of(ben, 10_000));
        delegates("limit", 5).body("items.received", contains("101"));

        ada.puts(space, ada, Map.of("weight", "7")).then().statusCode(200);
        delegates("limit", 5).body("items.received", contains("7"));
        String token = circle.gives(ada, TREASURY, Map.of(cay, 5_000)).header("Freshness-Token");
        given().header("Freshness-Token", token)
                .queryParam("topic", "treasury")
                .get("/api/v1/spaces/{id}/delegates", space)
                .then()
                .body("items.userId", contains(cay.id().toString()))
                .body("items.received", contains("3"));
        circle.gives(ada, SPACE, Map.of(cay, 10_000));
        delegates("limit", 5).body("items.userId", contains(cay.id().toString()));
        circle.takesBack(ada, cay).then().statusCode(204);
        delegates("limit", 5).body("items", empty());
        circle.gives(ada, SPACE, Map.of(ben, 10_000));
        delegates("limit", 5).body("items.userId", contains(ben.id().toString()));
        ben.asks().post("/api/v1/spaces/{id}/leave", space).then().statusCode(204);
        delegates("limit", 5).body("items", empty());
    }

    @Test
    void whatExpiresIsGoneLongBeforeTheCacheForgets() {
        circle.gives(ben, SPACE, Map.of(cay, 10_000));
        Instant until = Instant.now().plusSeconds(8).truncatedTo(ChronoUnit.MICROS);
        circle.givesUntil(until, ada, SPACE, Map.of(ben, 10_000)).then().statusCode(200);
        delegates("limit", 5).body("items.received", contains("101", "1"));

        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> delegates("limit", 5).body("items.received", contains("1")));

        assertThat(Instant.now()).isAfter(until);
    }

    private ValidatableResponse delegates(String parameter, Object value) {
        return given().queryParam(parameter, value)
                .get("/api/v1/spaces/{id}/delegates", space)
                .then()
                .statusCode(200);
    }

    private long loads() {
        return metrics.timer("dao.cache.load", "cache", "delegates").count();
    }
}
