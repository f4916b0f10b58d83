package com.rechain.dao.tally;

import static com.rechain.dao.tally.RankedCases.decide;
import static com.rechain.dao.tally.RankedCases.elements;
import static com.rechain.dao.tally.RankedCases.majority;
import static com.rechain.dao.tally.RankedCases.map;
import static com.rechain.dao.tally.RankedCases.named;
import static com.rechain.dao.tally.RankedCases.standing;
import static com.rechain.dao.tally.RankedCases.test;
import static com.rechain.dao.tally.RankedCases.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.tally.exact.Rational;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.outcome.Trace;
import com.rechain.dao.tally.rules.SystemName;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds instant runoff against the cases by which RCTab shows its rules for ballots. */
class RctabVectorTest {
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

    private static Rational number(JsonNode object, String field) {
        return Rational.of(new BigInteger(object.get(field).asText()));
    }
}
