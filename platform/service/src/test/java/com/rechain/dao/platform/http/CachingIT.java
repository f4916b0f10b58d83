package com.rechain.dao.platform.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.security.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "voting"))
class CachingIT {
    @Test
    void sharedCachesKeepAPublicAnswerForASecondAndAnOldOneWhileTheyAskAgain() {
        shown(given(), Caching.FOR_EVERYONE)
                .header(
                        "Cache-Control",
                        equalTo(
                                "public, max-age=0, s-maxage=1, stale-while-revalidate=30,"
                                        + " stale-if-error=300"))
                .header("Vary", equalTo("Authorization, Freshness-Token"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Caching.FOR_EVERYONE, "public, max-age=3600"})
    void whatIsPublicIsPrivateToACallerWhoIsSignedIn(String declared) {
        String token = "Bearer " + TestTokens.of(UUID.randomUUID(), "ada");

        shown(given().header("Authorization", token), declared)
                .header("Cache-Control", equalTo("private, no-cache"))
                .header("Vary", equalTo("Authorization, Freshness-Token"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Caching.FOR_THE_CALLER, Caching.FOR_NOBODY, "no-store"})
    void whatIsNotPublicStaysAsItIs(String declared) {
        shown(given(), declared)
                .header("Cache-Control", equalTo(declared))
                .header("Vary", nullValue());
    }

    @Test
    void anAnswerThatSaysNothingIsGivenNothing() {
        given().get("/trial/shown")
                .then()
                .statusCode(200)
                .header("Cache-Control", nullValue())
                .header("Vary", nullValue());
    }

    private static ValidatableResponse shown(RequestSpecification request, String declared) {
        return request.queryParam("cacheControl", declared)
                .get("/trial/shown")
                .then()
                .statusCode(200);
    }
}
