package com.rechain.dao.platform.problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTest {
    private static final Problem NOT_FOUND = PlatformProblem.NOT_FOUND.with("No space x.");

    @Test
    void withoutErrorsAndTraceTheyAreLeftOut() {
        assertThat(json(NOT_FOUND))
                .isEqualTo(
                        """
                        {"type":"urn:rechain-dao:problem:not-found","title":"There is no such thing",\
                        "status":404,"detail":"No space x.","code":"not-found"}\
                        """);
    }

    @Test
    void membersComeInTheOrderOfTheConventionAndExtensionsLast() {
        Problem problem =
                PlatformProblem.STATE_CONFLICT
                        .with("It is closed.")
                        .and("state", "CLOSED")
                        .and("endsAt", Instant.parse("2026-01-02T03:04:05.000006Z"))
                        .because("choice", "range", "choice is from 1 to 3")
                        .inTrace("4bf92f3577b34da6a3ce929d0e0e4736");

        assertThat(json(problem))
                .isEqualTo(
                        """
                        {"type":"urn:rechain-dao:problem:state-conflict",\
                        "title":"The present state does not allow this","status":409,\
                        "detail":"It is closed.","code":"state-conflict",\
                        "traceId":"4bf92f3577b34da6a3ce929d0e0e4736",\
                        "errors":[{"field":"choice","rule":"range","message":"choice is from 1 to 3"}],\
                        "state":"CLOSED","endsAt":"2026-01-02T03:04:05.000006Z"}\
                        """);
    }

    @Test
    void retryAfterIsAHeaderAndNeverInTheBody() {
        Problem problem = NOT_FOUND.retryAfter(Duration.ofSeconds(3));

        assertThat(problem.retryAfterSeconds()).contains("3");
        assertThat(json(problem)).doesNotContain("retry");
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 1", "PT0.001S, 1", "PT1S, 1", "PT1.001S, 2", "PT90S, 90"})
    void retryAfterIsRoundedUpToWholeSeconds(Duration delay, String seconds) {
        assertThat(NOT_FOUND.retryAfter(delay).retryAfterSeconds()).contains(seconds);
    }

    @Test
    void withoutADelayThereIsNoRetryAfter() {
        assertThat(NOT_FOUND.retryAfterSeconds()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"type", "title", "status", "detail", "instance", "code", "traceId"})
    void anExtensionCannotTakeTheNameOfAStandardMember(String member) {
        assertThatIllegalArgumentException().isThrownBy(() -> NOT_FOUND.and(member, 1));
    }

    @Test
    void addingToAProblemLeavesTheOriginalAsItWas() {
        NOT_FOUND.because("a", "b", "c").and("d", "e");

        assertThat(NOT_FOUND.errors()).isEmpty();
        assertThat(NOT_FOUND.extensions()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(PlatformProblem.class)
    void everyTypeOfTheCatalogueIsAnErrorWithATitleAndAKebabCode(PlatformProblem type) {
        assertThat(type.status()).isBetween(400, 599);
        assertThat(type.title()).isNotBlank();
        assertThat(type.code()).matches("[a-z]+(-[a-z]+)*");
        assertThat(type.with("x").type()).hasToString("urn:rechain-dao:problem:" + type.code());
    }

    @Test
    void anExceptionCarriesItsProblem() {
        assertThat(new ProblemException(NOT_FOUND))
                .hasMessage("not-found: No space x.")
                .extracting(ProblemException::problem)
                .isEqualTo(NOT_FOUND);
    }

    private static String json(Problem problem) {
        return new String(problem.toJson(), UTF_8);
    }
}
