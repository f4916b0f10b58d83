package com.rechain.dao.platform.replica;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import com.rechain.dao.devstack.backing.BackingServer;
import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.backing.StandingReplica;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "voting"))
class ReplicaRoutingIT {
    private static final Duration LIMIT = Duration.ofSeconds(40);

    // Shorter than the 5 s after which the driver itself gives up.
    private static final Duration SOON = Duration.ofSeconds(4);

    BackingServices backing;
    @Inject HeartbeatMonitor monitor;
    @Inject MeterRegistry metrics;

    @BeforeEach
    void theReplicaIsWell() {
        await().atMost(LIMIT).until(this::isWell);
    }

    @Test
    void aWriteIsAnsweredWithItsFreshnessTokenAndAReadIsNot() {
        Response written = write();

        assertThat(written.header("Freshness-Token")).matches("trial-service=\\d{16}");
        given().get("/trial/notes").then().header("Freshness-Token", nullValue());
        given().contentType("application/json")
                .body("{}")
                .post("/trial/notes")
                .then()
                .statusCode(400)
                .header("Freshness-Token", nullValue());
    }

    @Test
    void aReadWithoutATokenGoesToTheReplica() {
        String note = write().path("id");
        await().atMost(LIMIT).until(() -> read(given(), note).statusCode() == 200);
        double before = reads("replica");

        read(given(), note);

        assertThat(reads("replica") - before).isEqualTo(1);
    }

    @Test
    void oneReadsOnesOwnWritesWhileTheReplicaStandsStill() {
        try (StandingReplica _ = new StandingReplica(backing)) {
            Response written = write();
            String note = written.path("id");
            String token = written.header("Freshness-Token");

            read(given(), note).then().statusCode(404);
            read(given().header("Freshness-Token", token), note).then().statusCode(200);
            read(given().header("Freshness-Token", "user-service=1, " + token), note)
                    .then()
                    .statusCode(200);

            await().atMost(LIMIT).until(() -> monitor.state().lagMicros() > 6_000_000);
            read(given(), note).then().statusCode(200);
        }
        await().atMost(LIMIT).until(this::isWell);
    }

    @Test
    void withoutAReplicaReadsGoToThePrimary() {
        String note = write().path("id");
        BackingServer replica = backing.replica().server();
        replica.kill();
        try {
            for (int i = 0; i < 10; i++) {
                read(given(), note).then().statusCode(200);
            }
        } finally {
            restart(replica);
        }
        await().atMost(LIMIT).until(this::isWell);
    }

    @Test
    void aReplicaThatHangsIsLeftOutSoon() {
        String note = write().path("id");
        BackingServer replica = backing.replica().server();
        replica.pause();
        try {
            await().atMost(LIMIT).until(() -> !monitor.state().reachable());
            long started = System.nanoTime();
            read(given(), note).then().statusCode(200);
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(SOON);
        } finally {
            replica.resume();
        }
        await().atMost(LIMIT).until(this::isWell);
    }

    @Test
    void withoutThePrimaryOldReadsGoOnAndWritesAreToComeBack() {
        Response written = write();
        String note = written.path("id");
        await().atMost(LIMIT).until(() -> read(given(), note).statusCode() == 200);
        BackingServer primary = backing.primary().server();
        primary.kill();
        try {
            read(given(), note).then().statusCode(200);
            String future = "trial-service=" + (System.currentTimeMillis() + 60_000) * 1_000;
            comesBack(() -> read(given().header("Freshness-Token", future), note));
            comesBack(this::tryWrite);
            comesBack(this::tryWrite);
        } finally {
            restart(primary);
        }

        await().atMost(LIMIT).until(() -> tryWrite().statusCode() == 201);
        await().atMost(LIMIT).until(this::isWell);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "trial-service=abc",
                "trial-service",
                "a=1;b",
                "=1",
                "a=12345678901234567",
                "A=1"
            })
    void aMalformedTokenIsRefused(String token) {
        String note = "018f0000-0000-7000-8000-000000000000";

        read(given().header("Freshness-Token", token), note)
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed-request"))
                .body("errors[0].field", equalTo("Freshness-Token"));
    }

    private void comesBack(java.util.function.Supplier<Response> request) {
        long started = System.nanoTime();
        request.get()
                .then()
                .statusCode(503)
                .header("Retry-After", matchesPattern("\\d+"))
                .body("code", equalTo("unavailable"));
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(SOON);
    }

    private boolean isWell() {
        ReplicaState state = monitor.state();
        return state.reachable() && state.lagMicros() < 1_500_000 && state.beatMicros() > 0;
    }

    private double reads(String database) {
        return metrics.counter("dao.reads", "database", database).count();
    }

    private static void restart(BackingServer server) {
        server.start();
        server.awaitReady(LIMIT);
    }

    private Response write() {
        Response written = tryWrite();
        written.then().statusCode(201);
        return written;
    }

    private Response tryWrite() {
        return given().contentType("application/json")
                .body("{\"title\":\"x\",\"count\":1}")
                .post("/trial/notes");
    }

    private static Response read(RequestSpecification request, String note) {
        return request.get("/trial/notes/" + note);
    }
}
