package com.rechain.dao.proposal.proposal.action;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.proposal.space.SpaceRole;
import com.rechain.dao.tally.json.StrictJson;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanReaderTest {
    private static final String USER = "0198f0a2-0000-7000-8000-000000000001";
    private static final String ALL =
            """
            [{"kind":"WEBHOOK","url":"https://example.org/hook?x=1","headers":{"X-Team":"roof"}},
             {"kind":"ROLE","userId":"%s","role":"ADMIN"},
             {"kind":"SETTINGS","changes":{"proposing":{"threshold":"5"}}},
             {"kind":"MANUAL","description":"Sign the contract."}]\
            """
                    .formatted(USER);

    @Test
    void everyKindIsReadAndWrittenAgain() {
        PlanReader reader = new PlanReader(_ -> false, true);

        Plan plan =
                reader.read(
                        json(ALL),
                        json("{\"delaySeconds\":60,\"predecessorId\":\"" + USER + "\"}"));

        assertThat(reader.errors()).isEmpty();
        assertThat(plan.actions().get(0))
                .isEqualTo(
                        new Action.Webhook(
                                "https://example.org/hook?x=1", Map.of("x-team", "roof")));
        assertThat(plan.actions().get(1))
                .isEqualTo(new Action.Role(UUID.fromString(USER), SpaceRole.ADMIN));
        assertThat(plan.actions().get(3)).isEqualTo(new Action.Manual("Sign the contract."));
        assertThat(plan.delaySeconds()).isEqualTo(60);
        assertThat(plan.predecessorId()).isEqualTo(UUID.fromString(USER));
        assertThat(Plan.parse(plan.stored())).isEqualTo(plan);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"defaultRules\":{\"tieSeed\":\"\\ud800\"}}",
                "{\"defaultRules\":{\"\\udc00\":1}}",
                "{\"defaultRules\":{\"list\":[1e400]}}"
            })
    void settingsThatHaveNoCanonicalFormAreRefused(String changes) {
        PlanReader reader = new PlanReader(_ -> false, true);

        reader.read(json("[{\"kind\":\"SETTINGS\",\"changes\":" + changes + "}]"), null);

        assertThat(reader.errors())
                .extracting(error -> error.field() + " " + error.rule())
                .containsExactly("actions[0].changes form");
    }

    @Test
    void theHashIsThatOfTheCanonicalActions() {
        Plan plan = new Plan(List.of(new Action.Manual("Sign.")), null, null);

        assertThat(plan.stored())
                .isEqualTo("{\"actions\":[{\"description\":\"Sign.\",\"kind\":\"MANUAL\"}]}");
        assertThat(plan.hash())
                .isEqualTo("ff2cb7c93ea77b31d304cf1e222a374dcd2aa482905bbd5b3c51e1e0d2a66698");
    }

    @Test
    void nothingPlannedIsNothingStored() {
        assertThat(Plan.NONE.stored()).isNull();
        assertThat(Plan.parse(null)).isEqualTo(Plan.NONE);
        assertThat(broken("[]", null)).isEmpty();
        assertThat(broken(null, "null")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|actions type",
                "[1]|actions[0] type, actions[0].kind known-kind",
                "[{\"kind\":\"BURN\"}]|actions[0].kind known-kind",
                "[{\"kind\":\"MANUAL\"}]|actions[0].description required",
                "[{\"kind\":\"MANUAL\",\"description\":\" \"}]|actions[0].description length",
                "[{\"kind\":\"MANUAL\",\"description\":\"a\",\"url\":\"b\"}]|actions[0].url known-member",
                "[{\"kind\":\"ROLE\",\"role\":\"ADMIN\"}]|actions[0].userId required",
                "[{\"kind\":\"ROLE\",\"userId\":\"1-1-1-1-1\",\"role\":\"ADMIN\"}]|actions[0].userId uuid",
                "[{\"kind\":\"ROLE\",\"userId\":7,\"role\":\"ADMIN\"}]|actions[0].userId uuid",
                "[{\"kind\":\"ROLE\",\"userId\":\"0198f0a2-0000-7000-8000-000000000001\",\"role\":\"KING\"}]|actions[0].role known-role",
                "[{\"kind\":\"SETTINGS\",\"changes\":{}}]|actions[0].changes required",
                "[{\"kind\":\"SETTINGS\",\"changes\":[]}]|actions[0].changes required",
                "[{\"kind\":\"WEBHOOK\"}]|actions[0].url required",
                "[{\"kind\":\"WEBHOOK\",\"url\":\"http://example.org\"}]|actions[0].url https",
                "[{\"kind\":\"WEBHOOK\",\"url\":\"ftp://example.org\"}]|actions[0].url https",
                "[{\"kind\":\"WEBHOOK\",\"url\":\"https://a:b@example.org\"}]|actions[0].url url",
                "[{\"kind\":\"WEBHOOK\",\"url\":\"https:///path\"}]|actions[0].url url",
                "[{\"kind\":\"WEBHOOK\",\"url\":\"https://exa mple.org\"}]|actions[0].url url",
                "[{\"kind\":\"WEBHOOK\",\"url\":\"https://example.org/#a\"}]|actions[0].url url",
                "[{\"kind\":\"WEBHOOK\",\"url\":\"https://example.org:70000/\"}]|actions[0].url url",
                "[{\"kind\":\"WEBHOOK\",\"url\":\"https://e.org\",\"headers\":{\"Host\":\"a\"}}]|actions[0].headers reserved",
                "[{\"kind\":\"WEBHOOK\",\"url\":\"https://e.org\",\"headers\":{\"Dao-Signature\":\"a\"}}]|actions[0].headers reserved",
                "[{\"kind\":\"WEBHOOK\",\"url\":\"https://e.org\",\"headers\":{\"Authorization\":\"a\"}}]|actions[0].headers public",
                "[{\"kind\":\"WEBHOOK\",\"url\":\"https://e.org\",\"headers\":{\"a b\":\"a\"}}]|actions[0].headers form",
                "[{\"kind\":\"WEBHOOK\",\"url\":\"https://e.org\",\"headers\":{\"a\":\"\\r\\nb: c\"}}]|actions[0].headers form",
                "[{\"kind\":\"WEBHOOK\",\"url\":\"https://e.org\",\"headers\":{\"a\":\"1\",\"A\":\"2\"}}]|actions[0].headers distinct",
                "[{\"kind\":\"WEBHOOK\",\"url\":\"https://e.org\",\"headers\":[]}]|actions[0].headers count"
            })
    void everyBrokenRuleIsNamed(String actions, String expected) {
        assertThat(broken(actions, null)).isEqualTo(expected);
    }

    @Test
    void thereAreAtMostTenActions() {
        assertThat(broken(manuals(10), null)).isEmpty();
        assertThat(broken(manuals(11), null)).isEqualTo("actions count");
    }

    @Test
    void aTimelockHasItsRulesToo() {
        assertThat(broken(null, "{\"delaySeconds\":1}")).isEqualTo("timelock actions");
        assertThat(broken(manuals(1), "{\"delaySeconds\":-1}"))
                .isEqualTo("timelock.delaySeconds range");
        assertThat(broken(manuals(1), "{\"delaySeconds\":31536000}")).isEmpty();
        assertThat(broken(manuals(1), "{\"delaySeconds\":31536001}"))
                .isEqualTo("timelock.delaySeconds range");
        assertThat(broken(manuals(1), "{\"delaySeconds\":1.5}"))
                .isEqualTo("timelock.delaySeconds type");
        assertThat(broken(manuals(1), "{\"grace\":1}")).isEqualTo("timelock.grace known-member");
        assertThat(broken(manuals(1), "{\"predecessorId\":\"x\"}"))
                .isEqualTo("timelock.predecessorId uuid");
    }

    @Test
    void plainHttpGoesWhereItIsAllowedOnly() {
        PlanReader reader = new PlanReader("localhost"::equals, true);

        reader.read(json("[{\"kind\":\"WEBHOOK\",\"url\":\"http://localhost:8080/hook\"}]"), null);

        assertThat(reader.errors()).isEmpty();
    }

    @Test
    void aPlatformMayHaveNoWebhooks() {
        PlanReader reader = new PlanReader(_ -> false, false);

        reader.read(json("[{\"kind\":\"WEBHOOK\",\"url\":\"https://example.org\"}]"), null);

        assertThat(reader.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.rule()).isEqualTo("webhooks-off"));
    }

    private static String manuals(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"kind\":\"MANUAL\",\"description\":\"Step " + i + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String broken(String actions, String timelock) {
        PlanReader reader = new PlanReader(_ -> false, true);
        reader.read(
                actions == null ? null : json(actions), timelock == null ? null : json(timelock));
        return reader.errors().stream()
                .map(error -> error.field() + " " + error.rule())
                .collect(Collectors.joining(", "));
    }

    private static JsonNode json(String text) {
        return StrictJson.parse(text).orElseThrow();
    }
}
