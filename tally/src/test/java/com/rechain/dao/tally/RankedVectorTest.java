package com.rechain.dao.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.rechain.dao.tally.ballot.BallotCheck;
import com.rechain.dao.tally.ballot.PatternTally;
import com.rechain.dao.tally.cli.CommandLine;
import com.rechain.dao.tally.exact.Rational;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.outcome.Trace;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;
import com.rechain.dao.tally.system.VotingSystem;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** Holds the systems whose ballots name several options against cases that others publish. */
class RankedVectorTest {

    private static final int SCALE = 2;
    private static final Eligible ELIGIBLE = new Eligible(BigInteger.ZERO, 0);

    @TestFactory
    Stream<DynamicTest> snapshotWeightedAgrees() {
        JsonNode vector = Vectors.read("03_snapshot_weighted.json");
        return cases(vector).map(row -> test(row, () -> weightedAgrees(vector, row)));
    }

    private static void weightedAgrees(JsonNode vector, JsonNode row) {
        Decision decision =
                decide(
                        Rules.defaultsFor(SystemName.WEIGHTED),
                        4,
                        ballots(vector, row),
                        factor(row));

        assertScores(decision, row.at("/expected/scores"), 1e-9);
        assertWeight(decision, row.at("/expected/scoresTotal"));
    }

    @Test
    void whatSnapshotsWeightedIgnoresIsRefused() {
        JsonNode invalid = Vectors.read("03_snapshot_weighted.json").at("/invalidChoices/values");

        assertThat(invalid)
                .isNotEmpty()
                .allSatisfy(value ->
                        assertThat(check(Rules.defaultsFor(SystemName.WEIGHTED), 4, value))
                                .isInstanceOf(BallotCheck.Invalid.class));
    }

    @TestFactory
    Stream<DynamicTest> snapshotRankedChoiceAgrees() {
        JsonNode vector = Vectors.read("05_snapshot_ranked_choice_irv.json");
        return cases(vector).map(row -> test(row, () -> rankedChoiceAgrees(vector, row)));
    }

    private static void rankedChoiceAgrees(JsonNode vector, JsonNode row) {
        Decision decision =
                decide(
                        Vectors.asSnapshot(SystemName.RANKED_CHOICE),
                        4,
                        ballots(vector, row),
                        factor(row));

        assertScores(decision, row.at("/expected/finalRoundScores"), 0);
        if (row.at("/expected").has("winner")) {
            assertThat(decision.winner()).contains(row.at("/expected/winner").asInt());
        }
    }

    @Test
    void snapshotRankedChoiceTakesTheSameBallots() {
        JsonNode validity = Vectors.read("05_snapshot_ranked_choice_irv.json").get("validity");
        Rules rules = Vectors.asSnapshot(SystemName.RANKED_CHOICE);

        assertThat(validity.get("valid"))
                .allSatisfy(choice ->
                        assertThat(check(rules, 4, choice)).isInstanceOf(BallotCheck.Valid.class));
        assertThat(validity.get("invalid"))
                .allSatisfy(choice ->
                        assertThat(check(rules, 4, choice))
                                .isInstanceOf(BallotCheck.Invalid.class));
    }

    @TestFactory
    Stream<DynamicTest> snapshotCopelandAgrees() {
        JsonNode vector = Vectors.read("06_snapshot_copeland.json");
        return cases(vector).map(row -> test(row, () -> copelandAgrees(vector, row)));
    }

    private static void copelandAgrees(JsonNode vector, JsonNode row) {
        int options = row.get("choices").size();
        Decision decision =
                decide(Vectors.asSnapshot(SystemName.COPELAND), options, ballots(vector, row), 1);

        if (row.at("/expected").has("scores")) {
            assertScores(
                    decision, row.at("/expected/scores"), row.path("tolerance").asDouble(1e-9));
            assertWeight(decision, row.at("/expected/scoresTotal"));
        } else {
            assertThat(order(decision)).isEqualTo(integers(row.at("/expected/order")));
        }
    }

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
                    .isEqualTo(
                            elements(expected.get("rounds")).map(RankedVectorTest::map).toList());
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

    @TestFactory
    Stream<DynamicTest> rctabBallotRulesAgree() {
        return elements(Vectors.read("14_irv_ballot_rules_rctab.json").get("sets"))
                .map(row -> test(row, () -> rctabAgrees(row)));
    }

    private static void rctabAgrees(JsonNode row) {
        List<String> names = texts(row.get("candidates"));
        JsonNode given = row.get("rules");
        String method =
                """
                {"overvote":"%s","duplicate":"%s","skippedRanks":"%s","elimination":"%s","tieBreak":"LISTED","leaveFirst":%s}\
                """
                        .formatted(
                                given.get("overvoteRule").asText().equals("exhaustImmediately")
                                        ? "EXHAUST"
                                        : "SKIP",
                                given.path("exhaustOnDuplicateCandidate").asBoolean()
                                        ? "EXHAUST"
                                        : "SKIP",
                                given.get("maxSkippedRanksAllowed").asText(),
                                given.path("batchElimination").asBoolean() ? "BATCH" : "SINGLE",
                                writeIns(names));

        Decision decision =
                decide(
                        Vectors.rules(SystemName.RANKED_CHOICE, method),
                        names.size(),
                        named(row.get("ballots"), names),
                        1);
        List<Trace.Round> rounds = ((Trace.Rounds) decision.trace()).rounds();

        assertThat(rounds).hasSize(row.get("expectedRounds").size());
        for (int i = 0; i < rounds.size(); i++) {
            JsonNode expected = row.at("/expectedRounds/" + i);
            Trace.Round round = rounds.get(i);
            assertThat(standing(round, names)).isEqualTo(map(expected.get("tally")));
            assertThat(majority(round)).isEqualTo(expected.get("threshold").asText());
            assertThat(round.eliminated().stream().map(o -> names.get(o - 1)).toList())
                    .isEqualTo(texts(expected.get("eliminated")));
            assertThat(round.elected().stream().map(o -> names.get(o - 1)).toList())
                    .isEqualTo(texts(expected.get("elected")));
            JsonNode inactive = expected.get("inactive");
            assertThat(round.inactive())
                    .isEqualTo(
                            new Trace.Inactive(
                                    number(inactive, "exhaustedChoices"),
                                    number(inactive, "overvotes"),
                                    number(inactive, "repeatedRankings"),
                                    number(inactive, "skippedRankings")));
        }
    }

    private static List<Integer> writeIns(List<String> names) {
        int writeIns = names.indexOf("Undeclared Write-ins");
        return writeIns < 0 ? List.of() : List.of(writeIns + 1);
    }

    private record Given(JsonNode choice, BigInteger weight, int count) {}

    private static Decision decide(Rules rules, int options, List<Given> ballots, int factor) {
        VotingSystem system = VotingSystem.of(rules.system());
        PatternTally tally = (PatternTally) system.emptyTally(options);
        for (Given ballot : ballots) {
            // What is not valid is no ballot.
            if (check(rules, options, ballot.choice()) instanceof BallotCheck.Valid(var choice)) {
                for (int i = 0; i < ballot.count(); i++) {
                    tally.add(choice, ballot.weight().multiply(BigInteger.valueOf(factor)));
                }
            }
        }
        Decision decision = system.decide(tally, options, rules, ELIGIBLE);
        CommandLine.assertSame(rules, options, ELIGIBLE, scaled(ballots, factor), decision);
        return decision;
    }

    private static List<CommandLine.Ballots> scaled(List<Given> ballots, int factor) {
        return ballots.stream()
                .map(ballot ->
                        new CommandLine.Ballots(
                                ballot.choice(),
                                ballot.weight().multiply(BigInteger.valueOf(factor)),
                                ballot.count()))
                .toList();
    }

    private static BallotCheck check(Rules rules, int options, JsonNode choice) {
        return VotingSystem.of(rules.system()).check(choice, options, rules);
    }

    /** Ballots with choices as we write them; weights scaled so that decimals become whole. */
    private static List<Given> ballots(JsonNode vector, JsonNode row) {
        JsonNode ballots = row.has("ballots") ? row.get("ballots") : vector.at("/cases/0/ballots");
        return elements(ballots)
                .map(ballot ->
                        new Given(
                                ballot.get("choice"),
                                Vectors.scaled(ballot.get("weight").asText(), SCALE),
                                ballot.get("count").asInt()))
                .toList();
    }

    /** Ballots that rank by names. */
    private static List<Given> named(JsonNode ballots, List<String> names) {
        return elements(ballots)
                .map(ballot -> {
                    ArrayNode choice = JsonNodeFactory.instance.arrayNode();
                    JsonNode ranks =
                            ballot.has("ranks") ? ballot.get("ranks") : ballot.get("ranking");
                    ranks.forEach(rank -> {
                        ArrayNode group = choice.addArray();
                        rank.forEach(name -> group.add(names.indexOf(name.asText()) + 1));
                    });
                    return new Given(choice, BigInteger.ONE, ballot.get("count").asInt());
                })
                .toList();
    }

    private static int factor(JsonNode row) {
        return row.path("transform").asText().startsWith("weight=3") ? 3 : 1;
    }

    private static void assertScores(Decision decision, JsonNode expected, double tolerance) {
        assertThat(decision.scores()).hasSize(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(decision.scores().get(i).rounded(15).movePointLeft(SCALE).doubleValue())
                    .isCloseTo(expected.get(i).asDouble(), within(tolerance));
        }
    }

    private static void assertWeight(Decision decision, JsonNode expected) {
        assertThat(new BigDecimal(decision.cast().weight()).movePointLeft(SCALE))
                .isEqualByComparingTo(expected.asText());
    }

    private static List<Integer> order(Decision decision) {
        return IntStream.rangeClosed(1, decision.scores().size())
                .boxed()
                .sorted((a, b) ->
                        decision.scores().get(b - 1).compareTo(decision.scores().get(a - 1)))
                .toList();
    }

    private static List<Set<String>> groups(Decision decision, List<String> names) {
        Map<Rational, Set<String>> groups = new TreeMap<>((a, b) -> b.compareTo(a));
        for (int i = 0; i < names.size(); i++) {
            groups.computeIfAbsent(decision.scores().get(i), _ -> new LinkedHashSet<>())
                    .add(names.get(i));
        }
        return List.copyOf(groups.values());
    }

    private static List<String> leaders(Decision decision, List<String> names) {
        return (decision.tied().isEmpty() ? decision.winner().stream() : decision.tied().stream())
                .map(option -> names.get(option - 1))
                .toList();
    }

    private static Map<String, BigInteger> standing(Trace.Round round, List<String> names) {
        Map<String, BigInteger> standing = new TreeMap<>();
        round.standing()
                .forEach(s -> standing.put(names.get(s.option() - 1), s.weight().wholeOrThrow()));
        return standing;
    }

    private static Map<String, BigInteger> map(JsonNode object) {
        Map<String, BigInteger> map = new TreeMap<>();
        object.properties()
                .forEach(field ->
                        map.put(field.getKey(), new BigInteger(field.getValue().asText())));
        return map;
    }

    /** The least whole number above half of what counts. */
    private static String majority(Trace.Round round) {
        return round.continuing().wholeOrThrow().shiftRight(1).add(BigInteger.ONE).toString();
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

    private static DynamicTest test(JsonNode row, Executable agrees) {
        return DynamicTest.dynamicTest(row.get("name").asText(), agrees);
    }

    private static Stream<JsonNode> cases(JsonNode vector) {
        return elements(vector.get("cases"));
    }

    private static Rational number(JsonNode object, String field) {
        return Rational.of(new BigInteger(object.get(field).asText()));
    }

    private static List<Integer> integers(JsonNode array) {
        return elements(array).map(JsonNode::asInt).toList();
    }

    private static List<String> texts(JsonNode array) {
        return elements(array).map(JsonNode::asText).toList();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
