package com.rechain.dao.platform.http;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.rechain.dao.test.backing.BackingServicesResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "voting"))
class ProblemAnswersIT {
    private static final RestAssuredConfig RAW =
            RestAssuredConfig.config()
                    .encoderConfig(
                            EncoderConfig.encoderConfig()
                                    .appendDefaultContentCharsetToContentTypeIfUndefined(false));

    @Test
    void aGoodBodyIsTaken() {
        post("{\"title\":\"x\",\"count\":1,\"at\":\"2026-01-01T00:00:00Z\"}").statusCode(201);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"title\":\"x\",\"count\":1,\"evil\":1}                  | evil          | known-field",
                "{\"title\":17,\"count\":1}                                | title         | type",
                "{\"title\":true,\"count\":1}                              | title         | type",
                "{\"title\":[\"x\"],\"count\":1}                           | title         | type",
                "{\"title\":\"x\",\"count\":\"1\"}                         | count         | type",
                "{\"title\":\"x\",\"count\":1.5}                           | count         | type",
                "{\"title\":\"x\",\"count\":true}                          | count         | type",
                "{\"title\":\"x\",\"count\":null}                          | count         | type",
                "{\"title\":\"x\",\"count\":99999999999}                   | count         | type",
                "{\"title\":\"x\",\"count\":1,\"at\":1764000000}           | at            | type",
                "{\"title\":\"x\",\"count\":1,\"at\":\"yesterday\"}        | at            | type",
                "{\"title\":\"x\",\"count\":1,\"at\":\"2026-01-01T00:00:00\"} | at         | type",
                "{\"title\":\"x\",\"count\":1,\"at\":\"+12026-01-01T00:00:00Z\"} | at      | type",
                "{\"title\":\"x\",\"count\":1,\"parts\":[{\"name\":\"a\"},{\"name\":2}]} | parts[1].name | type",
                "{\"title\":\"x\",\"count\":1,\"parts\":[{\"nam\":\"a\"}]} | parts[0].nam  | known-field",
                "{\"title\":\" \",\"count\":1}                             | title         | not-blank",
                "{\"title\":\"12345678901\",\"count\":1}                   | title         | size",
                "{\"title\":\"x\",\"count\":0}                             | count         | min",
                "{\"title\":\"x\",\"count\":1,\"parts\":[{\"name\":\"\"}]} | parts[0].name | not-blank",
                "[]                                                        | body          | type",
                "\"text\"                                                  | body          | type",
            })
    void aBrokenFieldIsNamedWithItsRule(String body, String field, String rule) {
        malformed(post(body))
                .body("errors", hasSize(1))
                .body("errors[0].field", equalTo(field))
                .body("errors[0].rule", equalTo(rule));
    }

    @Test
    void allBrokenRulesAreToldInAStableOrder() {
        malformed(post("{\"title\":\"\",\"count\":0}"))
                .body("errors.field", equalTo(List.of("count", "title")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"title\":\"x\"",
                "{\"title\":\"x\",\"count\":1} trailing",
                "{\"title\":\"x\",\"count\":1}{}",
                "{\"title\":\"x\",\"title\":\"y\",\"count\":1}",
                "{\"title\":\"x\",\"count\":NaN}",
                "{\"title\":\"x\",\"count\":01}",
                "{'title':'x','count':1}",
                "<note/>",
                "nonsense",
                "",
                "null",
            })
    void aBodyThatIsNoJsonIsMalformed(String body) {
        malformed(post(body));
    }

    @Test
    void limitsOfNestingNumbersNamesAndTextsHold() {
        malformed(post("{\"parts\":" + "[".repeat(40) + "]".repeat(40) + "}"));
        malformed(post("{\"count\":" + "1".repeat(101) + "}"));
        malformed(post("{\"" + "n".repeat(300) + "\":1}"));
        malformed(post("{\"title\":\"" + "x".repeat(1_000_001) + "\"}"));
    }

    @Test
    void invalidUtf8IsMalformed() {
        byte[] body = "{\"title\":\"?\",\"count\":1}".getBytes(UTF_8);
        body[10] = (byte) 0xC3;

        malformed(post(body));
        malformed(post(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 0, 1, 2}));
        malformed(post("{\"count\":1}".getBytes(UTF_16)));
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() throws IOException {
        String head =
                "POST /trial/notes HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 13000000\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.getOutputStream().write(head.getBytes(UTF_8));

            assertThat(
                            new BufferedReader(
                                            new InputStreamReader(socket.getInputStream(), UTF_8))
                                    .readLine())
                    .startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void anUnknownAddressIsNotFound() {
        problem(given().get("/nowhere").then(), 404, "not-found");
        problem(given().get("/trial/notes/no-uuid").then(), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({"limit=abc,limit", "limit=1.5,limit", "limit=99999999999,limit", "space=abc,space"})
    void aQueryParameterThatCannotBeReadIsNamed(String query, String parameter) {
        malformed(given().get("/trial/notes?" + query).then())
                .body("errors[0].field", equalTo(parameter))
                .body("errors[0].rule", equalTo("type"));
    }

    @Test
    void aLimitOutOfRangeIsMalformed() {
        malformed(given().get("/trial/notes?limit=0").then());
        malformed(given().get("/trial/notes?limit=101").then());
        given().get("/trial/notes?limit=100").then().body("limit", equalTo(100));
        given().get("/trial/notes").then().body("limit", equalTo(20));
    }

    @Test
    void anotherMethodIsNotAllowed() {
        problem(given().delete("/trial/notes").then(), 405, "method-not-allowed");
    }

    @Test
    void onlyJsonIsTakenAndGiven() {
        problem(
                given().contentType("text/plain").body("x").post("/trial/notes").then(),
                415,
                "unsupported-media-type");
        problem(given().accept("text/csv").get("/trial/context").then(), 406, "not-acceptable");
    }

    @ParameterizedTest
    @CsvSource({
        "bug,500,internal-error",
        "sql,500,internal-error",
        "deadlock,503,unavailable",
        "stale-at-commit,412,precondition-failed",
        "stale-wrapped,412,precondition-failed",
        "remote-404,503,unavailable",
        "remote-away,503,unavailable",
        "breaker,503,unavailable",
        "unavailable,503,unavailable",
        "gone,400,malformed-request",
        "conflict,409,state-conflict",
        "unprocessable,400,malformed-request",
        "unauthorized,401,unauthenticated",
        "other,404,not-found",
    })
    void whateverIsThrownBecomesItsProblem(String kind, int status, String code) {
        problem(given().get("/trial/failures/" + kind).then(), status, code)
                .body("errors", nullValue());
    }

    @Test
    void anErrorSaysNothingOfOurInsides() {
        String body = given().get("/trial/failures/bug").asString();

        assertThat(body).doesNotContain("rechain.secret", "SELECT", "Exception", "java");
    }

    @Test
    void whatIsAwayIsToBeAskedAgain() {
        given().get("/trial/failures/deadlock").then().header("Retry-After", "1");
    }

    @Test
    void aRedirectStaysOne() {
        given().redirects()
                .follow(false)
                .get("/trial/failures/moved")
                .then()
                .statusCode(303)
                .header("Location", containsString("/elsewhere"));
    }

    private static ValidatableResponse post(Object body) {
        var request = given().config(RAW).contentType("application/json");
        return switch (body) {
            case byte[] bytes -> request.body(bytes).post("/trial/notes").then();
            default -> request.body(body.toString()).post("/trial/notes").then();
        };
    }

    private static ValidatableResponse malformed(ValidatableResponse response) {
        return problem(response, 400, "malformed-request");
    }

    private static ValidatableResponse problem(
            ValidatableResponse response, int status, String code) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .header("Cache-Control", "no-store")
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("type", equalTo("urn:rechain-dao:problem:" + code))
                .body("traceId", matchesPattern("[0-9a-f]{32}"))
                .body("detail", not(containsString("Exception")))
                .body("detail", not(containsString("com.rechain")))
                .body("title", not(empty()));
    }
}
