package com.rechain.dao.gateway.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The gateway as it is packaged: its two ports and what is wired to each. */
@QuarkusTest
class GatewayProcessIT {
    @Inject Gateway gateway;

    @Test
    void withoutServicesTheHealthPageSaysSo() {
        door().get("/health")
                .then()
                .statusCode(503)
                .contentType("application/json")
                .header("Cache-Control", "no-store")
                .body("status", equalTo("DOWN"))
                .body("services.user-service.status", equalTo("DOWN"))
                .body("services.voting-service.instances", equalTo(1));
    }

    @Test
    void theManagementPortTellsThatTheGatewayIsReady() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/live").then().statusCode(200);
    }

    @Test
    void theMetricsCountByRoute() {
        door().get("/api/v1/log/checkpoint").then().statusCode(503);

        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("http_server_requests_seconds_count"))
                .body(containsString("uri=\"/api/v1/log/**\""))
                .body(containsString("dao_gateway_instances"))
                .body(not(containsString("checkpoint")));
    }

    @Test
    void theMetricsCountCallersAndSayWhoseTheyAre() {
        door().get("/health");

        given().get("/q/metrics")
                .then()
                .body(containsString("dao_gateway_connections{application=\"gateway\"}"))
                .body(containsString("dao_gateway_users{application=\"gateway\"} 0.0"))
                .body(containsString("dao_expected_users{application=\"gateway\"} 0.0"))
                .body(containsString("process_resident_memory_bytes{application=\"gateway\"}"))
                .body(containsString("uri=\"/health\",le=\"0.05\"}"));
    }

    @Test
    void managementIsNotToBeReachedFromOutside() {
        for (String path : new String[] {"/q/health", "/q/health/ready", "/q/metrics", "/q/dev"}) {
            door().get(path).then().statusCode(404).body("code", equalTo("not-found"));
        }
    }

    @Test
    void theSuiteDescribesItself() {
        door().get("/openapi.json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("openapi", equalTo("3.1.0"))
                .body("$", hasKey("paths"));
        door().get("/openapi.yaml").then().statusCode(200).contentType("application/yaml");
    }

    @Test
    void theApiPageNeedsNothingFromElsewhere() {
        String page = door().get("/docs").then().statusCode(200).extract().asString();

        assertThat(page)
                .doesNotContain("http://")
                .doesNotContain("https://")
                .doesNotContain("src=\"//");
        door().get("/docs/swagger-ui-bundle.js").then().statusCode(200);
        door().get("/docs/swagger-ui.css").then().statusCode(200);
        door().get("/docs/start.js")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'self'"));
    }

    @Test
    void anUnchangedPageIsNotSentTwice() {
        String tag = door().get("/openapi.json").header("ETag");

        door().header("If-None-Match", tag).get("/openapi.json").then().statusCode(304);
    }

    @Test
    void pagesCanOnlyBeRead() {
        door().post("/openapi.json").then().statusCode(405).header("Allow", "GET, HEAD");
    }

    private RequestSpecification door() {
        return given().baseUri("http://127.0.0.1").port(gateway.port());
    }
}
