package com.rechain.dao.platform.auth;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.rechain.dao.platform.trial.TrialKeys;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.security.SigningKey;
import com.rechain.dao.test.security.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "voting"))
class AuthenticationIT {
    private static final UUID ADA = UUID.randomUUID();

    @Inject TrialKeys keys;

    @AfterEach
    void keysAreThereAgain() {
        keys.setLoaded(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/trial/me", "/trial/required", "/trial/anyone"})
    void aGenuineTokenNamesItsCaller(String path) {
        get(path, "Bearer " + TestTokens.of(ADA, "ada"))
                .statusCode(200)
                .body("handle", equalTo("ada"));
        get(path, "bearer  " + TestTokens.of(ADA, "ada")).statusCode(200);
    }

    @Test
    void withoutATokenOneIsNobody() {
        given().get("/trial/anyone").then().statusCode(200).body("handle", equalTo("nobody"));
        unauthenticated(given().get("/trial/me").then());
        unauthenticated(given().get("/trial/required").then());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/trial/me", "/trial/required", "/trial/anyone"})
    void aTokenThatCannotBeTrustedIsRefusedAndNeverIgnored(String path) {
        unauthenticated(get(path, "Bearer " + expired()));
        unauthenticated(get(path, "Bearer " + forged()));
        unauthenticated(get(path, "Bearer x"));
        unauthenticated(get(path, "Bearer "));
        unauthenticated(get(path, "Basic YTpi"));
        unauthenticated(get(path, "Bearer " + TestTokens.of(ADA, "ada") + "!"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/trial/me", "/trial/required", "/trial/anyone"})
    void whileNobodyCanTellTheCallerIsToComeBack(String path) {
        keys.setLoaded(false);

        get(path, "Bearer " + TestTokens.of(ADA, "ada"))
                .statusCode(503)
                .header("Retry-After", "1")
                .contentType("application/problem+json")
                .body("code", equalTo("unavailable"));
    }

    @Test
    void aPublicResourceThatAsksForNobodyTakesNoNoticeOfTokens() {
        get("/trial/context", "Bearer x").statusCode(200);
    }

    private static String expired() {
        return TestTokens.draft(ADA, "ada").expired(Duration.ofSeconds(31)).signed();
    }

    private static String forged() {
        return TestTokens.draft(ADA, "ada")
                .signedBy(SigningKey.untrusted(SigningKey.trusted().id()))
                .signed();
    }

    private static ValidatableResponse get(String path, String authorization) {
        return given().header("Authorization", authorization).get(path).then();
    }

    private static void unauthenticated(ValidatableResponse response) {
        response.statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("code", equalTo("unauthenticated"));
    }
}
