package com.rechain.dao.user;

import static com.rechain.dao.user.support.Person.COOKIE;
import static com.rechain.dao.user.support.Person.PASSWORD;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.user.support.Person;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "users"))
class SignInIT {
    @Test
    void whoeverRegistersCanSignInAndIsKnownByTheToken() {
        Person ada = Person.arrives();

        ada.asks()
                .get("/api/v1/users/me")
                .then()
                .statusCode(200)
                .body("id", equalTo(ada.id().toString()))
                .body("email", equalTo(ada.email()))
                .body("status", equalTo("ACTIVE"));
    }

    @Test
    void anAnswerToASignInHoldsTheTokenAndACookieThatScriptsCannotReach() {
        Person ada = Person.arrives();

        Response signedIn = Person.signIn(ada.email(), PASSWORD, Person.anAddress());

        signedIn.then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("tokenType", equalTo("Bearer"))
                .body("expiresIn", equalTo(600))
                .body("user.handle", equalTo(ada.handle()));
        Cookie cookie = signedIn.detailedCookie(COOKIE);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Strict");
        assertThat(cookie.getPath()).isEqualTo("/api/v1/auth");
        assertThat(cookie.getValue()).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void anAddressIsTheSameInOtherLetters() {
        Person ada = Person.arrives();

        Person.signIn(ada.email().toUpperCase(Locale.ROOT), PASSWORD, Person.anAddress())
                .then()
                .statusCode(200);
        Person.register(Person.newHandle(), ada.email().toUpperCase(Locale.ROOT))
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("email-taken"))
                .body("traceId", notNullValue());
    }

    @Test
    void ofManyWhoWantOneAddressAtOnceOneGetsIt() throws Exception {
        String handle = Person.newHandle();

        List<Integer> statuses =
                SpaceIT.inParallel(
                        6, () -> Person.register(handle, handle + "@example.org").statusCode());

        assertThat(statuses).containsOnly(201, 409);
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(1);
    }

    @Test
    void aHandleIsTakenInOtherLettersToo() {
        Person ada = Person.arrives();

        Person.register(ada.handle().toUpperCase(Locale.ROOT), Person.newHandle() + "@example.org")
                .then()
                .statusCode(409)
                .body("code", equalTo("handle-taken"))
                .body("errors[0].field", equalTo("handle"));
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressGetTheSameAnswer() {
        Person ada = Person.arrives();

        Response wrong =
                Person.signIn(ada.email(), "not the difference engine", Person.anAddress());
        Response unknown =
                Person.signIn(Person.newHandle() + "@example.org", PASSWORD, Person.anAddress());

        wrong.then().statusCode(401).body("code", equalTo("invalid-credentials"));
        unknown.then().statusCode(401);
        assertThat(withoutTrace(unknown)).isEqualTo(withoutTrace(wrong));
        assertThat(names(unknown)).isEqualTo(names(wrong));
    }

    @Test
    void refreshingGivesANewTokenAndTheOldOneIsSpent() {
        Person ada = Person.arrives();

        Response refreshed = ada.refreshes(ada.refreshToken());

        refreshed.then().statusCode(200).body("user.id", equalTo(ada.id().toString()));
        assertThat(refreshed.cookie(COOKIE)).isNotEqualTo(ada.refreshToken());
        ada.refreshes(refreshed.cookie(COOKIE)).then().statusCode(200);
    }

    @Test
    void aTokenUsedTwiceByDifferentClientsEndsTheWholeSession() {
        Person ada = Person.arrives();
        String next = ada.refreshes(ada.refreshToken()).cookie(COOKIE);

        given().cookie(COOKIE, ada.refreshToken())
                .header("X-Requested-With", "test")
                .header("X-Forwarded-For", Person.anAddress())
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(401)
                .body("code", equalTo("invalid-refresh-token"));

        ada.refreshes(next).then().statusCode(401);
        ada.asks()
                .get("/api/v1/users/me")
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthenticated"));
    }

    @Test
    void aLostAnswerDoesNotSignAnybodyOut() {
        Person ada = Person.arrives();
        String lost = ada.refreshes(ada.refreshToken()).cookie(COOKIE);

        String again =
                ada.refreshes(ada.refreshToken()).then().statusCode(200).extract().cookie(COOKIE);

        assertThat(again).isNotEqualTo(lost);
        ada.refreshes(again).then().statusCode(200);
    }

    @Test
    void refreshingNeedsProofThatTheRequestIsNotAnotherSites() {
        Person ada = Person.arrives();

        given().cookie(COOKIE, ada.refreshToken())
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
        given().cookie(COOKIE, ada.refreshToken())
                .header("X-Requested-With", "test")
                .header("Sec-Fetch-Site", "cross-site")
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(403);
        given().cookie(COOKIE, ada.refreshToken())
                .header("Origin", "https://elsewhere.example")
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(403);
        given().cookie(COOKIE, ada.refreshToken())
                .header("X-Forwarded-For", ada.address())
                .header("Sec-Fetch-Site", "same-origin")
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(200);
    }

    @Test
    void refreshingWithoutACookieOrWithNonsenseIsRefused() {
        given().header("X-Requested-With", "test")
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(401);
        given().header("X-Requested-With", "test")
                .cookie(COOKIE, "nonsense")
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(401);
    }

    @Test
    void signingOutEndsTheSessionAtOnceAndMayBeRepeated() {
        Person ada = Person.arrives();

        ada.asks().post("/api/v1/auth/logout").then().statusCode(204).cookie(COOKIE, "");

        ada.asks().get("/api/v1/users/me").then().statusCode(401);
        ada.refreshes(ada.refreshToken()).then().statusCode(401);
        given().cookie(COOKIE, ada.refreshToken())
                .header("X-Requested-With", "test")
                .post("/api/v1/auth/logout")
                .then()
                .statusCode(204);
    }

    @Test
    void sessionsAreListedAndEndedByTheirHolderOnly() {
        Person ada = Person.arrives();
        Person charles = Person.arrives();
        Person.signIn(ada.email(), PASSWORD, Person.anAddress()).then().statusCode(200);

        Response sessions = ada.asks().get("/api/v1/auth/sessions");
        sessions.then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.current", hasItems(true, false));
        List<String> others = sessions.path("items.findAll { !it.current }.id");

        charles.asks()
                .delete("/api/v1/auth/sessions/{id}", others.getFirst())
                .then()
                .statusCode(404);
        ada.asks().delete("/api/v1/auth/sessions/{id}", others.getFirst()).then().statusCode(204);
        ada.asks().delete("/api/v1/auth/sessions/{id}", others.getFirst()).then().statusCode(404);
        ada.asks().get("/api/v1/auth/sessions").then().body("items", hasSize(1));
    }

    @Test
    void sessionsArePaged() {
        Person ada = Person.arrives();
        Person.signIn(ada.email(), PASSWORD, Person.anAddress()).then().statusCode(200);

        Response first = ada.asks().queryParam("limit", 1).get("/api/v1/auth/sessions");
        first.then().body("items", hasSize(1)).body("nextCursor", notNullValue());
        ada.asks()
                .queryParam("limit", 1)
                .queryParam("cursor", first.<String>path("nextCursor"))
                .get("/api/v1/auth/sessions")
                .then()
                .body("items", hasSize(1))
                .body("items.current", hasItem(true))
                .body("nextCursor", equalTo(null));
    }

    @Test
    void changingThePasswordEndsTheOtherSessions() {
        Person ada = Person.arrives();
        Response other = Person.signIn(ada.email(), PASSWORD, ada.address());
        String next = "notes upon the memoir by Menabrea";

        ada.sends(Map.of("currentPassword", PASSWORD, "newPassword", next))
                .post("/api/v1/auth/change-password")
                .then()
                .statusCode(204);

        ada.asks().get("/api/v1/users/me").then().statusCode(200);
        ada.refreshes(other.cookie(COOKIE)).then().statusCode(401);
        Person.signIn(ada.email(), PASSWORD, Person.anAddress()).then().statusCode(401);
        Person.signIn(ada.email(), next, Person.anAddress()).then().statusCode(200);
    }

    @Test
    void changingThePasswordNeedsTheOldOneAndAGoodNewOne() {
        Person ada = Person.arrives();

        ada.sends(
                        Map.of(
                                "currentPassword",
                                "something else entirely",
                                "newPassword",
                                "a fine new pass phrase"))
                .post("/api/v1/auth/change-password")
                .then()
                .statusCode(403)
                .body("code", equalTo("wrong-password"));
        ada.sends(Map.of("currentPassword", PASSWORD, "newPassword", "passwordpassword"))
                .post("/api/v1/auth/change-password")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("newPassword"))
                .body("errors[0].rule", equalTo("common"));
    }

    @Test
    void registeringIsSafeToRepeatUnderOneKey() {
        String handle = Person.newHandle();
        String key = UUID.randomUUID().toString();
        Map<String, String> body =
                Map.of(
                        "email",
                        handle + "@example.org",
                        "handle",
                        handle,
                        "displayName",
                        "Twice",
                        "password",
                        PASSWORD);

        Response first = register(key, body);
        Response again = register(key, body);

        first.then().statusCode(201);
        again.then().statusCode(201).header("Idempotency-Replayed", equalTo("true"));
        assertThat(again.asString()).isEqualTo(first.asString());
        register(
                        key,
                        Map.of(
                                "email",
                                "x" + handle + "@example.org",
                                "handle",
                                handle,
                                "displayName",
                                "T",
                                "password",
                                PASSWORD))
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    private static Response register(String key, Map<String, String> body) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/auth/register");
    }

    private static Map<String, Object> withoutTrace(Response response) {
        Map<String, Object> body = response.jsonPath().getMap("");
        body.remove("traceId");
        return body;
    }

    private static List<String> names(Response response) {
        return response.headers().asList().stream()
                .map(header -> header.getName())
                .sorted()
                .toList();
    }
}
