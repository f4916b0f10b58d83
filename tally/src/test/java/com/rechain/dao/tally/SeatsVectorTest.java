package com.rechain.dao.tally;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.rechain.dao.tally.ballot.BallotCheck;
import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.tally.cli.CommandLine;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.outcome.Trace;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;
import com.rechain.dao.tally.system.SingleTransferableVote;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds the single transferable vote against cases that others publish. */
class SeatsVectorTest {

    private static final Eligible NOBODY = new Eligible(BigInteger.ZERO, 0);
    private final SingleTransferableVote system = new SingleTransferableVote();

    @TestFactory
    Stream<DynamicTest> condorcetPhpAgrees() {
        return elements(Vectors.read("24_stv_condorcet_php.json").get("cases"))
                .map(row -> DynamicTest.dynamicTest(row.get("name").asText(), () -> agrees(row)));
    }

    private void agrees(JsonNode row) {
        List<String> names = texts(row.get("candidates"));
        Decision decision = decide(row, names);
        Trace.Rounds trace = (Trace.Rounds) decision.trace();
        JsonNode expected = row.get("expected");

        assertThat(trace.quota()).hasToString(expected.get("quota").asText());
        List<String> elected =
                decision.winners().stream().map(option -> names.get(option - 1)).toList();
        if (expected.has("elected")) {
            assertThat(elected).isEqualTo(texts(expected.get("elected")));
        } else {
            assertThat(elected)
                    .containsExactlyInAnyOrderElementsOf(texts(expected.get("electedInAnyOrder")));
        }
        if (expected.has("rounds")) {
            assertThat(hopefuls(trace, names)).isEqualTo(rounds(expected.get("rounds")));
        }
    }

    private Decision decide(JsonNode row, List<String> names) {
        Rules rules =
                Vectors.rules(
                        SystemName.STV,
                        "{\"seats\":\"%s\",\"quota\":\"%s\"}"
                                .formatted(row.get("seats").asText(), row.get("quota").asText()));
        Tally tally = system.emptyTally(names.size());
        List<CommandLine.Ballots> ballots = new ArrayList<>();
        for (JsonNode ballot : row.get("ballots")) {
            var choice = JsonNodeFactory.instance.arrayNode();
            ballot.get("ranking").forEach(name -> choice.add(names.indexOf(name.asText()) + 1));
            var valid = (BallotCheck.Valid) system.check(choice, names.size(), rules);
            BigInteger weight = BigInteger.valueOf(ballot.get("count").asLong());
            tally.add(valid.choice(), weight);
            ballots.add(new CommandLine.Ballots(choice, weight, 1));
        }
        Decision decision = system.decide(tally, names.size(), rules, NOBODY);
        CommandLine.assertSame(rules, names.size(), NOBODY, ballots, decision);
        return decision;
    }

    /** What each option that is neither elected nor out has as a round begins. */
    private static List<Map<String, String>> hopefuls(Trace.Rounds trace, List<String> names) {
        List<Map<String, String>> rounds = new ArrayList<>();
        List<Integer> elected = new ArrayList<>();
        for (Trace.Round round : trace.rounds()) {
            Map<String, String> standing = new TreeMap<>();
            round.standing().stream()
                    .filter(one -> !elected.contains(one.option()))
                    .forEach(one ->
                            standing.put(names.get(one.option() - 1), one.weight().toString()));
            rounds.add(standing);
            elected.addAll(round.elected());
        }
        return rounds;
    }

    private static List<Map<String, String>> rounds(JsonNode rounds) {
        return elements(rounds)
                .map(round -> {
                    Map<String, String> standing = new TreeMap<>();
                    round.properties()
                            .forEach(one -> standing.put(one.getKey(), one.getValue().asText()));
                    return standing;
                })
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return elements(array).map(JsonNode::asText).toList();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
