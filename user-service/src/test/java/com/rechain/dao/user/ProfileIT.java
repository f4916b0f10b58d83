package com.rechain.dao.user;

import static com.rechain.dao.user.support.Fresh.fresh;
import static com.rechain.dao.user.support.Person.PASSWORD;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.platform.replica.HeartbeatMonitor;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.backing.StandingReplica;
import com.rechain.dao.user.support.Person;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "users"))
class ProfileIT {
    BackingServices backing;
    @Inject HeartbeatMonitor monitor;
    @Inject MeterRegistry metrics;

    @Test
    void everybodySeesThePublicProfileAndNothingMore() {
        Person ada = Person.arrives();

        fresh().get("/api/v1/users/{id}", ada.id())
                .then()
                .statusCode(200)
                .body("handle", equalTo(ada.handle()))
                .body("$", not(hasKey("email")))
                .body("size()", equalTo(5));
        given().get("/api/v1/users/{id}", UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        given().get("/api/v1/users/nobody").then().statusCode(404);
    }

    @Test
    void whoeverHasJustRegisteredIsKnownThoughTheReplicaIsBehind() {
        Instant now = Instant.now();
        Awaitility.await().until(() -> monitor.state().shows(now));
        double asked = metrics.counter("dao.reads", "database", "replica").count();
        try (StandingReplica _ = new StandingReplica(backing)) {
            Person ada = Person.arrives();

            ada.asks()
                    .get("/api/v1/users/me")
                    .then()
                    .statusCode(200)
                    .body("handle", equalTo(ada.handle()));
        }
        assertThat(metrics.counter("dao.reads", "database", "replica").count())
                .as("the replica was asked first")
                .isGreaterThan(asked);
    }

    @Test
    void aProfileIsChangedWithTheTagOfTheVersionThatWasRead() {
        Person ada = Person.arrives();
        String tag = ada.asks().get("/api/v1/users/me").header("ETag");

        Response changed =
                ada.sends(
                                Map.of(
                                        "displayName",
                                        "Countess of Lovelace",
                                        "locale",
                                        "en-GB",
                                        "timeZone",
                                        "Europe/London"))
                        .header("If-Match", tag)
                        .patch("/api/v1/users/me");

        changed.then()
                .statusCode(200)
                .body("displayName", equalTo("Countess of Lovelace"))
                .body("timeZone", equalTo("Europe/London"));
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
        assertThat(changed.header("Freshness-Token")).startsWith("user-service=");
        ada.sends(Map.of("displayName", "Somebody"))
                .header("If-Match", tag)
                .patch("/api/v1/users/me")
                .then()
                .statusCode(412)
                .body("code", equalTo("precondition-failed"));
        ada.sends(Map.of("displayName", "Somebody"))
                .patch("/api/v1/users/me")
                .then()
                .statusCode(428)
                .body("code", equalTo("precondition-required"));
    }

    @Test
    void whatWasJustWrittenIsReadWithItsFreshnessToken() {
        Person ada = Person.arrives();
        Response changed =
                ada.sends(Map.of("displayName", "Fresh"))
                        .header("If-Match", "*")
                        .patch("/api/v1/users/me");

        given().header("Freshness-Token", changed.header("Freshness-Token"))
                .get("/api/v1/users/{id}", ada.id())
                .then()
                .body("displayName", equalTo("Fresh"));
    }

    @Test
    void aClosedAccountNamesNobodyAndLetsNobodyIn() {
        Person ada = Person.arrives();

        Response closed = ada.asks().delete("/api/v1/users/me");
        closed.then().statusCode(204);

        given().header("Freshness-Token", closed.header("Freshness-Token"))
                .get("/api/v1/users/{id}", ada.id())
                .then()
                .statusCode(200)
                .body("status", equalTo("DELETED"))
                .body("displayName", equalTo("Deleted account"))
                .body(
                        "handle",
                        equalTo("deleted-" + ada.id().toString().replace("-", "").substring(8)));
        ada.asks().get("/api/v1/users/me").then().statusCode(401);
        Person.signIn(ada.email(), PASSWORD, Person.anAddress()).then().statusCode(401);
        Person.register(ada.handle(), ada.email()).then().statusCode(201);
    }

    @Test
    void aSpaceWithOtherMembersNeedsAnotherOwnerBeforeItsOwnerCanGo() {
        Person ada = Person.arrives();
        Person charles = Person.arrives();
        UUID space = ada.founds("PUBLIC");
        charles.joins(space).then().statusCode(201);

        ada.asks()
                .delete("/api/v1/users/me")
                .then()
                .statusCode(409)
                .body("code", equalTo("last-owner"))
                .body("errors[0].message", equalTo("space " + space + " needs another owner"));
        ada.puts(space, charles, Map.of("role", "OWNER")).then().statusCode(200);
        String seen =
                ada.asks()
                        .delete("/api/v1/users/me")
                        .then()
                        .statusCode(204)
                        .extract()
                        .header("Freshness-Token");

        charles.asks()
                .header("Freshness-Token", seen)
                .queryParam("explain", true)
                .get("/api/v1/spaces/{space}/power/{user}", space, ada.id())
                .then()
                .body("weight", equalTo("0"));
    }

    @Test
    void aSuspendedAccountIsShutAtOnce() {
        Person ada = Person.arrives();

        given().header("Dao-Internal-Secret", backing.secrets().value("internal"))
                .contentType("application/json")
                .body(Map.of("reason", "spam"))
                .post("/internal/v1/users/{id}/suspension", ada.id())
                .then()
                .statusCode(204);

        ada.asks().get("/api/v1/users/me").then().statusCode(401);
        ada.refreshes(ada.refreshToken()).then().statusCode(401);
        Person.signIn(ada.email(), PASSWORD, Person.anAddress())
                .then()
                .statusCode(403)
                .body("code", equalTo("account-suspended"));
        Person.signIn(ada.email(), "not the difference engine", Person.anAddress())
                .then()
                .statusCode(401);
    }
}
