package com.rechain.dao.platform.health;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.oneOf;

import com.rechain.dao.devstack.backing.BackingServer;
import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.test.backing.BackingServicesResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "voting"))
class HealthAndMetricsIT {
    private static final String DATABASE = "Database connections health check";
    private static final Duration LIMIT = Duration.ofSeconds(40);

    BackingServices backing;

    @TestHTTPResource(value = "/health", management = true)
    URI health;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Test
    void livenessLooksAtNothingAndReadinessAtThePrimaryOnly() {
        given().get(health + "/live").then().statusCode(200).body("checks", empty());
        given().get(health + "/ready")
                .then()
                .statusCode(200)
                .body("checks.name", hasItem(DATABASE))
                .body(
                        "checks.find {it.name == '" + DATABASE + "'}.data",
                        equalTo(Map.of("<default>", "UP")))
                .body("checks.name", everyItem(oneOf(DATABASE, "Graceful Shutdown")));
    }

    @Test
    void aServiceStaysReadyWithoutRedisBrokerAndReplica() {
        Stream<BackingServer> others =
                Stream.of(backing.redis(), backing.kafka(), backing.replica().server());
        others.forEach(server -> {
            server.pause();
            try {
                given().get(health + "/ready").then().statusCode(200);
            } finally {
                server.resume();
            }
        });
    }

    @Test
    void aServiceIsNotReadyWithoutThePrimaryButStaysAlive() {
        BackingServer primary = backing.primary().server();
        primary.kill();
        try {
            await().atMost(LIMIT).until(() -> given().get(health + "/ready").statusCode() == 503);
            given().get(health + "/live").then().statusCode(200);
        } finally {
            primary.start();
            primary.awaitReady(LIMIT);
        }
        await().atMost(LIMIT).until(() -> given().get(health + "/ready").statusCode() == 200);
    }

    @Test
    void theMetricsAreThereUnderTheirNames() {
        given().get("/trial/notes");

        String text = given().get(metrics).asString();

        assertThat(text)
                .contains(
                        "dao_outbox_relayed_total",
                        "dao_outbox_oldest_age_seconds",
                        "dao_replica_lag_seconds",
                        "dao_replica_reachable",
                        "dao_clock_offset_seconds",
                        "agroal_active_count{application=\"trial-service\",datasource=\"default\"",
                        "agroal_active_count{application=\"trial-service\",datasource=\"replica\"",
                        "http_server_requests_seconds_count{",
                        "dao_timeouts_total{",
                        "process_resident_memory_bytes{");
        assertThat(text.lines().filter(line -> !line.startsWith("#")))
                .allSatisfy(line -> assertThat(line).contains("application=\"trial-service\""));
    }

    @Test
    void operationsAreNotReachableFromOutside() {
        given().get("/q/health").then().statusCode(404);
        given().get("/q/metrics").then().statusCode(404);
        given().get("/q/openapi").then().statusCode(404);
        given().get("/q/dev").then().statusCode(404);
    }
}
