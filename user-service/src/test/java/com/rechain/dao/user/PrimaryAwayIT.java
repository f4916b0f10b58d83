package com.rechain.dao.user;

import static com.rechain.dao.user.support.Person.PASSWORD;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.platform.replica.HeartbeatMonitor;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.user.support.Person;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "users"))
class PrimaryAwayIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    BackingServices backing;
    @Inject HeartbeatMonitor monitor;

    @Test
    void withoutThePrimaryWritesAreRefusedReadsGoOnAndAllIsWellAfterwards() {
        Person ada = Person.arrives();
        UUID space = ada.founds("PUBLIC");
        ada.asks().get("/api/v1/users/me").then().statusCode(200);
        // What the replica has never seen it cannot serve either.
        Instant now = Instant.now();
        Awaitility.await().atMost(LIMIT).until(() -> monitor.state().shows(now));

        backing.primary().server().kill();
        try {
            ada.sends(Map.of("slug", Person.newHandle(), "name", "Never"))
                    .post("/api/v1/spaces")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("code", equalTo("unavailable"));
            Person.signIn(ada.email(), PASSWORD, ada.address()).then().statusCode(503);
            ada.refreshes(ada.refreshToken()).then().statusCode(503);
            given().get("/api/v1/spaces/{id}", space).then().statusCode(200);
            given().get("/api/v1/spaces").then().statusCode(200);
            given().get("/api/v1/spaces/{id}/delegates", space).then().statusCode(200);
            given().get("/api/v1/users/{id}", ada.id()).then().statusCode(200);
            ada.asks().get("/api/v1/users/me").then().statusCode(200);
            given().get("/.well-known/jwks.json").then().statusCode(200);
        } finally {
            backing.primary().server().start();
            backing.primary().server().awaitReady(LIMIT);
        }

        Awaitility.await()
                .atMost(LIMIT)
                .until(() ->
                        Person.signIn(ada.email(), PASSWORD, ada.address()).statusCode() == 200);
        assertThat(ada.founds("PUBLIC")).isNotNull();
        ada.refreshes(ada.refreshToken()).then().statusCode(200);
    }
}
