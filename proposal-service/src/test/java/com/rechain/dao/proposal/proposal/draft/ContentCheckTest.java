package com.rechain.dao.proposal.proposal.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rechain.dao.platform.problem.FieldError;
import com.rechain.dao.proposal.proposal.ProposalContent;
import com.rechain.dao.proposal.proposal.Wording;
import com.rechain.dao.proposal.proposal.action.PlanReader;
import com.rechain.dao.proposal.proposal.draft.ContentCheck.Verdict;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentCheckTest {
    private static final Instant END = Instant.parse("2026-03-08T12:00:00.123456789Z");
    private static final String TITLE = "Ten chars!";
    private static final String BODY = "b".repeat(50);
    private static final List<String> TWO = List.of("Slate", "Copper");

    @Test
    void limitsAreInclusiveOnBothSides() {
        assertThat(errors("t".repeat(10), BODY, TWO)).isEmpty();
        assertThat(errors("t".repeat(200), BODY, TWO)).isEmpty();
        assertThat(errors("t".repeat(9), BODY, TWO)).containsExactly("title length");
        assertThat(errors("t".repeat(201), BODY, TWO)).containsExactly("title length");
        assertThat(errors(TITLE, "b".repeat(50_000), TWO)).isEmpty();
        assertThat(errors(TITLE, "b".repeat(49), TWO)).containsExactly("body length");
        assertThat(errors(TITLE, "b".repeat(50_001), TWO)).containsExactly("body length");
        assertThat(errors(TITLE, BODY, choices(500))).isEmpty();
        assertThat(errors(TITLE, BODY, choices(501))).containsExactly("choices count");
        assertThat(errors(TITLE, BODY, choices(1))).containsExactly("choices count");
        assertThat(errors(TITLE, BODY, List.of("a", "c".repeat(200)))).isEmpty();
        assertThat(errors(TITLE, BODY, List.of("a", "c".repeat(201))))
                .containsExactly("choices[1] length");
    }

    @Test
    void charactersAreCodePointsNotCodeUnits() {
        assertThat(errors("🏛".repeat(200), BODY, TWO)).isEmpty();
        assertThat(errors("🏛".repeat(9), BODY, TWO)).containsExactly("title length");
    }

    @Test
    void blanksAroundATextDoNotCount() {
        assertThat(errors("   short    ", BODY, TWO)).containsExactly("title length");
        assertThat(errors(TITLE, BODY, List.of("Slate", "  ")))
                .containsExactly("choices[1] length");
        assertThat(errors(TITLE, " ".repeat(60), TWO)).containsExactly("body length");
    }

    @Test
    void choicesAreDistinctHoweverTheyAreWritten() {
        assertThat(errors(TITLE, BODY, List.of("Slate", " Slate ")))
                .containsExactly("choices[1] distinct");
        assertThat(errors(TITLE, BODY, List.of("caf\u00e9", "cafe\u0301")))
                .containsExactly("choices[1] distinct");
        assertThat(errors(TITLE, BODY, List.of("Slate", "slate"))).isEmpty();
        assertThat(errors(TITLE, BODY, Arrays.asList("Slate", null)))
                .containsExactly("choices[1] required");
    }

    @Test
    void textThatIsNotUnicodeIsRefused() {
        assertThat(errors("A lone \ud800 surrogate", BODY, TWO))
                .containsExactly("title well-formed-text");
        assertThat(errors("A NUL \u0000 character", BODY, TWO))
                .containsExactly("title well-formed-text");
    }

    @Test
    void whatIsMissingIsNamed() {
        Verdict verdict =
                checked(new ProposalContent(null, null, null, null, null, null, null, null));

        assertThat(rules(verdict))
                .containsExactly(
                        "title required", "body required", "system required", "endsAt required");
    }

    @Test
    void aBasicVoteHasItsOwnChoices() {
        assertThat(basic(null)).isEmpty();
        assertThat(basic(List.of())).isEmpty();
        assertThat(basic(List.of("For", "Against", "Abstain"))).isEmpty();
        assertThat(basic(List.of("Yes", "No"))).containsExactly("choices fixed-choices");
        assertThat(basic(List.of("Against", "For", "Abstain")))
                .containsExactly("choices fixed-choices");
    }

    @Test
    void labelsAreFewAndKeptInLowerCase() {
        assertThat(rules(checked(content("basic", null, null, choices(11)))))
                .containsExactly("labels count");
        assertThat(rules(checked(content("basic", null, null, List.of("Money", "money")))))
                .containsExactly("labels[1] distinct");
        assertThat(wording(content("basic", null, null, List.of(" Money "))).labels())
                .containsExactly("money");
    }

    @Test
    void rulesAreReadWithTheSystemsDefaults() throws Exception {
        assertThat(ruleErrors("{}")).isEmpty();
        assertThat(ruleErrors("{\"ties\":\"STATUS_QUO\"}")).isEmpty();
        assertThat(ruleErrors("{\"ties\":\"COIN\"}"))
                .singleElement()
                .asString()
                .startsWith("rules.ties ");
        assertThat(ruleErrors("{\"unknown\":1}"))
                .singleElement()
                .asString()
                .startsWith("rules.unknown ");
        assertThat(ruleErrors("{\"system\":\"single-choice\"}"))
                .containsExactly("rules.system same-system");
        assertThat(ruleErrors("[]")).containsExactly("rules object");
    }

    @Test
    void instantsAreKeptInMicroseconds() {
        assertThat(wording(content("basic", null, null, List.of())).endsAt())
                .isEqualTo(Instant.parse("2026-03-08T12:00:00.123456Z"));
    }

    private static List<String> ruleErrors(String json) throws JsonProcessingException {
        return rules(checked(content("basic", null, new ObjectMapper().readTree(json), List.of())));
    }

    @Test
    void aSystemThatComparesAllPairsTakesFewerChoices() {
        assertThat(rules(checked(content("schulze", choices(50), null, List.of())))).isEmpty();
        assertThat(rules(checked(content("schulze", choices(51), null, List.of()))))
                .containsExactly("choices count");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    stv           | {"method":{"seats":"2"}}                                    |
                    stv           | {"method":{"seats":"3"}}                                    | rules.method.seats fewer-than-options
                    budget        |                                                             | rules.method.costs one-per-option
                    budget        | {"method":{"costs":["1","2","3"]}}                          |
                    ranked-choice | {"method":{"leaveFirst":[4]}}                               | rules.method.leaveFirst option-of-proposal
                    schulze       | {"defaultOption":{"option":4}}                              | rules.defaultOption option-of-proposal
                    """)
    void rulesThatNameOptionsFitTheChoices(String system, String rules, String error)
            throws JsonProcessingException {
        JsonNode given = rules == null ? null : new ObjectMapper().readTree(rules);

        assertThat(rules(checked(content(system, choices(3), given, List.of()))))
                .isEqualTo(error == null ? List.of() : List.of(error));
    }

    @Test
    void aVetoIsAFourthChoice() throws JsonProcessingException {
        JsonNode rules = new ObjectMapper().readTree("{\"preset\":\"cosmos-gov\"}");

        assertThat(wording(content("basic", null, rules, List.of())).choices())
                .containsExactly("For", "Against", "Abstain", "Veto");
        assertThat(rules(checked(content("basic", ContentCheck.BASIC_CHOICES, rules, List.of()))))
                .containsExactly("choices fixed-choices");
    }

    private static List<String> basic(List<String> choices) {
        return rules(checked(content("basic", choices, null, List.of())));
    }

    private static List<String> errors(String title, String body, List<String> choices) {
        return rules(
                checked(
                        new ProposalContent(
                                title,
                                body,
                                "single-choice",
                                choices,
                                null,
                                null,
                                END,
                                List.of())));
    }

    private static Wording wording(ProposalContent content) {
        return ((Verdict.Fit) checked(content)).wording();
    }

    private static List<String> rules(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Fit _ -> List.of();
            case Verdict.Unfit(List<FieldError> errors) ->
                    errors.stream().map(error -> error.field() + " " + error.rule()).toList();
        };
    }

    private static ProposalContent content(
            String system, List<String> choices, JsonNode rules, List<String> labels) {
        return new ProposalContent(TITLE, BODY, system, choices, rules, null, END, labels);
    }

    private static List<String> choices(int count) {
        return count == 0
                ? Collections.emptyList()
                : IntStream.range(0, count).mapToObj(i -> "Choice " + i).toList();
    }

    private static Verdict checked(ProposalContent content) {
        return ContentCheck.check(content, new PlanReader(_ -> false, true));
    }
}
