package com.rechain.dao.tally;

import static com.rechain.dao.tally.RankedCases.cases;
import static com.rechain.dao.tally.RankedCases.decide;
import static com.rechain.dao.tally.RankedCases.elements;
import static com.rechain.dao.tally.RankedCases.leaders;
import static com.rechain.dao.tally.RankedCases.majority;
import static com.rechain.dao.tally.RankedCases.map;
import static com.rechain.dao.tally.RankedCases.named;
import static com.rechain.dao.tally.RankedCases.order;
import static com.rechain.dao.tally.RankedCases.standing;
import static com.rechain.dao.tally.RankedCases.test;
import static com.rechain.dao.tally.RankedCases.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.tally.exact.Rational;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.outcome.Trace;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds ranked systems against cases from Schulze's paper and from textbooks. */
class TextbookVectorTest {
    @TestFactory
    Stream<DynamicTest> schulzeAgrees() {
        return cases(Vectors.read("08_schulze_paper_examples.json"))
                .map(row -> test(row, () -> schulzeAgrees(row)));
    }

    private static void schulzeAgrees(JsonNode row) {
        List<String> names = texts(row.get("candidates"));
        String strength =
                switch (row.get("variant").asText()) {
                    case "winning" -> "WINNING_VOTES";
                    case "margin" -> "MARGINS";
                    case "ratio" -> "RATIO";
                    default -> throw new AssertionError("an unknown variant: " + row);
                };
        Rules rules = Vectors.rules(SystemName.SCHULZE, "{\"strength\":\"" + strength + "\"}");

        Decision decision = decide(rules, names.size(), named(row.get("ballots"), names), 1);

        assertThat(leaders(decision, names))
                .containsExactlyInAnyOrderElementsOf(texts(row.at("/expected/winners")));
        JsonNode paths = row.at("/expected/strongestPaths");
        List<List<Rational>> strongest = ((Trace.Paths) decision.trace()).strongest();
        paths.properties()
                .forEach(from ->
                        from.getValue()
                                .properties()
                                .forEach(to ->
                                        assertThat(
                                                        strongest
                                                                .get(names.indexOf(from.getKey()))
                                                                .get(names.indexOf(to.getKey()))
                                                                .rounded(9))
                                                .isCloseTo(
                                                        new BigDecimal(to.getValue().asText()),
                                                        within(new BigDecimal("1e-6")))));
    }

    @TestFactory
    Stream<DynamicTest> textbookCasesAgree() {
        return cases(Vectors.read("09_textbook_irv_copeland_borda.json"))
                .map(row ->
                        DynamicTest.dynamicTest(
                                row.get("system").asText() + ": " + row.get("name").asText(),
                                () -> textbookAgrees(row)));
    }

    private static void textbookAgrees(JsonNode row) {
        List<String> names = names(row);
        JsonNode expected = row.get("expected");
        switch (row.get("system").asText()) {
            case "irv" -> irvAgrees(row, names, expected);
            case "copeland" -> textbookCopelandAgrees(row, names, expected);
            case "borda" -> bordaAgrees(row, names, expected);
            case "schulze" -> textbookSchulzeAgrees(row, names, expected);
            default -> throw new AssertionError("an unknown system: " + row);
        }
    }

    private static void irvAgrees(JsonNode row, List<String> names, JsonNode expected) {
        Rules rules = Vectors.rules(SystemName.RANKED_CHOICE, "{\"overvote\":\"EXHAUST\"}");
        Decision decision = decide(rules, names.size(), named(row.get("ballots"), names), 1);
        List<Trace.Round> rounds = ((Trace.Rounds) decision.trace()).rounds();

        if (expected.has("winner")) {
            assertThat(leaders(decision, names)).containsExactly(expected.get("winner").asText());
        }
        if (expected.has("tied")) {
            assertThat(leaders(decision, names)).isEqualTo(texts(expected.get("tied")));
        }
        if (expected.has("ranking")) {
            assertThat(leaders(decision, names)).isEqualTo(texts(expected.at("/ranking/0")));
        }
        if (expected.has("rounds")) {
            assertThat(rounds.stream().map(round -> standing(round, names)).toList())
                    .isEqualTo(elements(expected.get("rounds")).map(RankedCases::map).toList());
        }
        if (expected.has("quota")) {
            assertThat(majority(rounds.getFirst())).isEqualTo(expected.get("quota").asText());
        }
        if (expected.has("round1TiedLosers")) {
            tieForLastAgrees(row, names, expected);
        }
    }

    private static void tieForLastAgrees(JsonNode row, List<String> names, JsonNode expected) {
        Map.of("LISTED", "ifC2Out", "REVERSED", "ifC3Out")
                .forEach((tieBreak, then) -> {
                    Rules rules =
                            Vectors.rules(
                                    SystemName.RANKED_CHOICE,
                                    "{\"tieBreak\":\"" + tieBreak + "\"}");
                    Decision decision =
                            decide(rules, names.size(), named(row.get("ballots"), names), 1);
                    List<Trace.Round> rounds = ((Trace.Rounds) decision.trace()).rounds();
                    assertThat(rounds.getFirst().tieBreak()).isEqualTo(tieBreak);
                    assertThat(standing(rounds.get(1), names)).isEqualTo(map(expected.get(then)));
                });
    }

    private static void textbookCopelandAgrees(
            JsonNode row, List<String> names, JsonNode expected) {
        Rules rules = Vectors.rules(SystemName.COPELAND, "{\"averageSupport\":false}");
        Decision decision = decide(rules, names.size(), named(row.get("ballots"), names), 1);

        if (expected.has("winsMinusLosses")) {
            expected.get("winsMinusLosses")
                    .properties()
                    .forEach(option ->
                            assertThat(decision.scores().get(names.indexOf(option.getKey())))
                                    .isEqualTo(
                                            Rational.of(
                                                    option.getValue().asLong()
                                                            + names.size()
                                                            - 1)));
        }
        if (expected.has("ranking")) {
            assertThat(groups(decision, names))
                    .isEqualTo(
                            elements(expected.get("ranking"))
                                    .map(group -> Set.copyOf(texts(group)))
                                    .toList());
        }
    }

    private static void bordaAgrees(JsonNode row, List<String> names, JsonNode expected) {
        Map.of(
                        "scores",
                        "EQUAL_LAST",
                        "scoresImplicit",
                        "EQUAL_LAST",
                        "scoresExplicit",
                        "NOT_COMPARED")
                .forEach((field, unranked) -> {
                    Rules rules =
                            Vectors.rules(SystemName.BORDA, "{\"unranked\":\"" + unranked + "\"}");
                    Decision decision =
                            decide(rules, names.size(), named(row.get("ballots"), names), 1);
                    expected.path(field)
                            .properties()
                            .forEach(option ->
                                    assertThat(
                                                    decision.scores()
                                                            .get(names.indexOf(option.getKey()))
                                                            .text())
                                            .isEqualTo(option.getValue().asText()));
                });
        assertThat(expected.properties()).isNotEmpty();
    }

    private static void textbookSchulzeAgrees(JsonNode row, List<String> names, JsonNode expected) {
        Rules rules = Rules.defaultsFor(SystemName.SCHULZE);
        Decision decision = decide(rules, names.size(), named(row.get("ballots"), names), 1);
        List<List<BigInteger>> pairs = ((Trace.Paths) decision.trace()).preferred();

        if (expected.has("winner")) {
            assertThat(leaders(decision, names)).containsExactly(expected.get("winner").asText());
        }
        if (expected.has("order")) {
            assertThat(order(decision).stream().map(i -> names.get(i - 1)).toList())
                    .isEqualTo(texts(expected.get("order")));
        }
        if (expected.has("tiedWinners")) {
            assertThat(leaders(decision, names)).isEqualTo(texts(expected.get("tiedWinners")));
        }
        expected.path("pairwise")
                .properties()
                .forEach(pair -> {
                    String[] sides = pair.getKey().split(">");
                    assertThat(pairs.get(names.indexOf(sides[0])).get(names.indexOf(sides[1])))
                            .isEqualTo(pair.getValue().asText());
                });
    }

    private static List<Set<String>> groups(Decision decision, List<String> names) {
        Map<Rational, Set<String>> groups = new TreeMap<>((a, b) -> b.compareTo(a));
        for (int i = 0; i < names.size(); i++) {
            groups.computeIfAbsent(decision.scores().get(i), _ -> new LinkedHashSet<>())
                    .add(names.get(i));
        }
        return List.copyOf(groups.values());
    }

    private static List<String> names(JsonNode row) {
        Set<String> names = new LinkedHashSet<>();
        row.path("candidates").forEach(name -> names.add(name.asText()));
        row.get("ballots")
                .forEach(ballot ->
                        ballot.get("ranking")
                                .forEach(rank -> rank.forEach(name -> names.add(name.asText()))));
        return new ArrayList<>(names);
    }
}
