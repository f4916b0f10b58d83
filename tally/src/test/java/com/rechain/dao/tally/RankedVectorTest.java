package com.rechain.dao.tally;

import static com.rechain.dao.tally.RankedCases.cases;
import static com.rechain.dao.tally.RankedCases.check;
import static com.rechain.dao.tally.RankedCases.decide;
import static com.rechain.dao.tally.RankedCases.elements;
import static com.rechain.dao.tally.RankedCases.order;
import static com.rechain.dao.tally.RankedCases.test;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.tally.RankedCases.Given;
import com.rechain.dao.tally.ballot.BallotCheck;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the systems whose ballots name several options against the cases of Snapshot. */
class RankedVectorTest {
    private static final int SCALE = 2;

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

    private static List<Integer> integers(JsonNode array) {
        return elements(array).map(JsonNode::asInt).toList();
    }
}
