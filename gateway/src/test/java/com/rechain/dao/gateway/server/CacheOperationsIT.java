package com.rechain.dao.gateway.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(CacheOperationsIT.WithSecret.class)
class CacheOperationsIT {
    private static final String SECRET = "for-this-test-only-and-long";

    @Inject Gateway gateway;

    @Test
    void operatorsSeeTheCache() {
        given().header("Dao-Internal-Secret", SECRET)
                .get("/q/caches")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("caches[0].name", equalTo("answers"))
                .body("service", equalTo("gateway"))
                .body("caches[0].size.entries", equalTo(0))
                .body("caches[0].reads.loads", equalTo(0))
                .body("caches[0].hearsPurges", equalTo(false));
    }

    @Test
    void operatorsPurgeByTagAndAll() {
        int before = purges();

        purge("answers", "?tag=proposals&tag=space:1", 200);
        purge("answers", "", 200);

        assertThat(purges()).isEqualTo(before + 2);
    }

    @Test
    void mistakesAreNamed() {
        purge("none", "", 404);
        purge("answers", "?tag=", 400);
    }

    @Test
    void withoutTheSecretNothingIsSaid() {
        given().get("/q/caches").then().statusCode(401).body("code", equalTo("unauthenticated"));
        given().header("Dao-Internal-Secret", "guessed").get("/q/caches").then().statusCode(401);
        given().header("Dao-Internal-Secret", "guessed")
                .post("/q/caches/answers/purge")
                .then()
                .statusCode(401);
    }

    @Test
    void itIsNotToBeReachedFromOutside() {
        given().header("Dao-Internal-Secret", SECRET)
                .baseUri("http://127.0.0.1")
                .port(gateway.port())
                .get("/q/caches")
                .then()
                .statusCode(404);
    }

    private static void purge(String name, String query, int status) {
        given().header("Dao-Internal-Secret", SECRET)
                .post("/q/caches/" + name + "/purge" + query)
                .then()
                .statusCode(status);
    }

    private static int purges() {
        return given().header("Dao-Internal-Secret", SECRET)
                .get("/q/caches")
                .then()
                .extract()
                .path("caches[0].purges");
    }

    public static final class WithSecret implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("dao.internal.secret", SECRET);
        }
    }
}
