package com.rechain.dao.user;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.security.SigningKey;
import com.rechain.dao.test.security.TestTokens;
import com.rechain.dao.user.database.Primary;
import com.rechain.dao.user.database.Sql;
import com.rechain.dao.user.support.Person;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "users"))
class BadInputIT {
    private static final String GOOD =
            "\"email\":\"%s@example.org\",\"handle\":\"%s\",\"displayName\":\"Ada\",\"password\":\"tea with the difference engine\"";

    @Inject Primary primary;

    static Stream<String> brokenBodies() {
        return Stream.of(
                "",
                "null",
                "[]",
                "\"text\"",
                "{",
                "{" + GOOD,
                "{" + GOOD + "} trailing",
                "{" + GOOD + ",\"role\":\"admin\"}",
                "{" + GOOD + ",\"status\":\"ACTIVE\"}",
                "{" + GOOD + ",\"handle\":\"second\"}",
                "{" + GOOD.replace("\"Ada\"", "17") + "}",
                "{" + GOOD.replace("\"Ada\"", "true") + "}",
                "{" + GOOD.replace("\"Ada\"", "[\"Ada\"]") + "}",
                "{" + GOOD.replace("\"Ada\"", "{\"a\":1}") + "}",
                "{" + GOOD.replace("\"Ada\"", "null") + "}",
                "{" + GOOD.replace("\"Ada\"", "\"\"") + "}",
                "{" + GOOD.replace("\"Ada\"", "\"   \"") + "}",
                "{" + GOOD.replace("\"Ada\"", "\"a\\u0000b\"") + "}",
                "{" + GOOD.replace("\"Ada\"", "\"a\\ud800b\"") + "}",
                "{" + GOOD.replace("\"Ada\"", "\"" + "x".repeat(101) + "\"") + "}",
                "{" + GOOD.replace("@example.org", "") + "}",
                "{" + GOOD.replace("@example.org", "@" + "x".repeat(300) + ".org") + "}",
                "{" + GOOD.replace("\"handle\":\"%s\"", "\"handle\":\"a b\"") + "}",
                "{" + GOOD.replace("tea with the difference engine", "short") + "}",
                "{" + GOOD.replace("tea with the difference engine", "y".repeat(200)) + "}",
                "{" + GOOD.replace("tea with the difference engine", "passwordpassword") + "}",
                "{\"a\":".repeat(1_000),
                "{}");
    }

    @ParameterizedTest
    @MethodSource("brokenBodies")
    void aBrokenRegistrationIsRefusedAndStoresNothing(String template) {
        String handle = Person.newHandle();
        long before = accounts();

        Response refused =
                given().contentType("application/json")
                        .body(template.replace("%s", handle))
                        .post("/api/v1/auth/register");

        refused.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("malformed-request"))
                .body("traceId", notNullValue())
                .body("detail", not(containsString("com.rechain")))
                .body("detail", not(containsString("Exception")));
        assertThat(accounts()).isEqualTo(before);
    }

    @Test
    void textThatIsNotUtf8IsRefused() {
        byte[] latin =
                ("{" + GOOD.replace("%s", Person.newHandle()).replace("Ada", "J\u00fcrgen") + "}")
                        .getBytes(ISO_8859_1);

        given().contentType("application/json")
                .body(latin)
                .post("/api/v1/auth/register")
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed-request"));
    }

    @Test
    void anotherMediaTypeIsRefused() {
        given().contentType("text/plain")
                .body("hello")
                .post("/api/v1/auth/register")
                .then()
                .statusCode(415);
        given().contentType("application/x-www-form-urlencoded")
                .body("email=a&password=b")
                .post("/api/v1/auth/login")
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported-media-type"));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/spaces?limit=0, limit",
        "/api/v1/spaces?limit=101, limit",
        "/api/v1/spaces?limit=-1, limit",
        "/api/v1/spaces?cursor=nonsense, cursor",
        "/api/v1/spaces?cursor=AAAA, cursor"
    })
    void limitsAndCursorsOutOfRangeAreRefused(String path, String field) {
        given().get(path).then().statusCode(400).body("errors.field", hasItem(field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/spaces?limit=ten",
                "/api/v1/spaces?limit=1e3",
                "/api/v1/spaces?limit=99999999999"
            })
    void limitsThatAreNoNumbersAreRefused(String path) {
        int status =
                given().get(path)
                        .then()
                        .contentType("application/problem+json")
                        .extract()
                        .statusCode();

        assertThat(status).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..%2f",
                "%00",
                "a%27b",
                "%7B%7D",
                "ab",
                "-abc",
                "00000000-0000-0000-0000-00000000000g"
            })
    void spacesThatCannotBeAreNotFound(String key) {
        given().urlEncodingEnabled(false)
                .get("/api/v1/spaces/" + key)
                .then()
                .statusCode(anyOf(equalTo(400), equalTo(404)));
    }

    @Test
    void aKeyThatIsNotWellFormedIsRefused() {
        Person ada = Person.arrives();

        ada.sends(Map.of("slug", Person.newHandle(), "name", "Looms"))
                .header("Idempotency-Key", "k".repeat(256))
                .post("/api/v1/spaces")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("Idempotency-Key"));
    }

    @Test
    void noForgedTokenIsTaken() {
        Person ada = Person.arrives();
        String header = ada.accessToken().substring(0, ada.accessToken().indexOf('.'));
        String payload = ada.accessToken().split("\\.", -1)[1];
        List<String> forged =
                List.of(
                        TestTokens.of(ada.id()),
                        TestTokens.draft(ada.id(), ada.handle()).header("alg", "none").unsigned(),
                        TestTokens.draft(ada.id(), ada.handle())
                                .signedBy(SigningKey.untrusted("other"))
                                .signed(),
                        header + "." + payload + ".",
                        header + "." + payload + ".AAAA",
                        ada.accessToken().substring(0, ada.accessToken().length() - 8) + "AAAAAAAA",
                        "nonsense",
                        "",
                        "a.b.c",
                        "x".repeat(5_000));

        for (String token : forged) {
            given().header("Authorization", "Bearer " + token)
                    .get("/api/v1/users/me")
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", notNullValue())
                    .contentType("application/problem+json")
                    .body("code", equalTo("unauthenticated"));
            given().header("Authorization", "Bearer " + token)
                    .get("/api/v1/spaces")
                    .then()
                    .statusCode(401);
        }
        given().header("Authorization", "Basic YWRhOmVuZ2luZQ==")
                .get("/api/v1/users/me")
                .then()
                .statusCode(401);
    }

    @Test
    void everyRouteThatNeedsSomebodyRefusesNobody() {
        UUID id = UUID.randomUUID();
        for (String get : List.of("/users/me", "/auth/sessions")) {
            given().get("/api/v1" + get)
                    .then()
                    .statusCode(401)
                    .body("code", equalTo("unauthenticated"));
        }
        for (String delete : List.of("/users/me", "/auth/sessions", "/auth/sessions/" + id)) {
            given().delete("/api/v1" + delete).then().statusCode(401);
        }
        for (String post :
                List.of(
                        "/auth/change-password",
                        "/spaces",
                        "/spaces/x-y/join",
                        "/spaces/x-y/leave",
                        "/spaces/x-y/weights")) {
            given().contentType("application/json")
                    .body("{}")
                    .post("/api/v1" + post)
                    .then()
                    .statusCode(401);
        }
        given().contentType("application/json")
                .body("{}")
                .put("/api/v1/spaces/x-y/members/" + id)
                .then()
                .statusCode(401);
    }

    @Test
    void unknownRoutesAndMethodsAreProblemsToo() {
        given().get("/api/v1/nothing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        given().delete("/api/v1/spaces")
                .then()
                .statusCode(405)
                .contentType("application/problem+json");
    }

    private long accounts() {
        return primary.run(c ->
                Sql.of("SELECT COUNT(*) AS n FROM account")
                        .first(c, row -> row.getLong("n"))
                        .orElseThrow());
    }
}
