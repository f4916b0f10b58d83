package com.rechain.dao.platform.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.rechain.dao.test.backing.BackingServicesResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "voting"))
class RequestContextIT {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String TRACEPARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    @Test
    void aHarmlessRequestIdIsEchoedAndKnownOnTheVirtualThread() {
        given().header("X-Request-Id", "order-17")
                .get("/trial/context")
                .then()
                .header("X-Request-Id", "order-17")
                .body("requestId", equalTo("order-17"))
                .body("virtual", equalTo("true"));
    }

    @Test
    void anotherRequestIdIsReplaced() {
        String id =
                given().header("X-Request-Id", "a b").get("/trial/context").header("X-Request-Id");

        assertThat(UUID.fromString(id).version()).isEqualTo(4);
    }

    @Test
    void anErrorCarriesTheRequestIdAndTheTraceIdToo() {
        given().header("X-Request-Id", "order-18")
                .header("traceparent", TRACEPARENT)
                .get("/nowhere")
                .then()
                .statusCode(404)
                .header("X-Request-Id", "order-18")
                .body("traceId", equalTo(TRACE));
    }

    @Test
    void aTraceGoesOnInASpanOfItsOwn() {
        given().header("traceparent", TRACEPARENT)
                .get("/trial/context")
                .then()
                .body("traceparent", startsWith("00-" + TRACE + "-"))
                .body("traceparent", not(equalTo(TRACEPARENT)));
    }

    @Test
    void requestsAtTheSameTimeDoNotMixTheirContexts() throws Exception {
        try (var threads = Executors.newFixedThreadPool(16)) {
            List<Future<Response>> answers =
                    IntStream.range(0, 200)
                            .mapToObj(i ->
                                    threads.submit(() ->
                                            given().header("X-Request-Id", "r-" + i)
                                                    .get("/trial/context")))
                            .toList();
            for (int i = 0; i < 200; i++) {
                JsonPath body = answers.get(i).get().jsonPath();
                assertThat(body.getString("requestId")).isEqualTo("r-" + i);
            }
        }
    }
}
