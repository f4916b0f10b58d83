package com.rechain.dao.tally;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.rechain.dao.tally.ballot.BallotCheck;
import com.rechain.dao.tally.ballot.PatternTally;
import com.rechain.dao.tally.cli.CommandLine;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.outcome.Trace;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.system.VotingSystem;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/** How published cases of ranked ballots are decided, and how what comes out is read. */
final class RankedCases {
    private static final Eligible ELIGIBLE = new Eligible(BigInteger.ZERO, 0);

    private RankedCases() {}

    record Given(JsonNode choice, BigInteger weight, int count) {}

    static Decision decide(Rules rules, int options, List<Given> ballots, int factor) {
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

    static BallotCheck check(Rules rules, int options, JsonNode choice) {
        return VotingSystem.of(rules.system()).check(choice, options, rules);
    }

    /** Ballots that rank by names. */
    static List<Given> named(JsonNode ballots, List<String> names) {
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

    static List<Integer> order(Decision decision) {
        return IntStream.rangeClosed(1, decision.scores().size())
                .boxed()
                .sorted((a, b) ->
                        decision.scores().get(b - 1).compareTo(decision.scores().get(a - 1)))
                .toList();
    }

    static List<String> leaders(Decision decision, List<String> names) {
        return (decision.tied().isEmpty() ? decision.winner().stream() : decision.tied().stream())
                .map(option -> names.get(option - 1))
                .toList();
    }

    static Map<String, BigInteger> standing(Trace.Round round, List<String> names) {
        Map<String, BigInteger> standing = new TreeMap<>();
        round.standing()
                .forEach(s -> standing.put(names.get(s.option() - 1), s.weight().wholeOrThrow()));
        return standing;
    }

    static Map<String, BigInteger> map(JsonNode object) {
        Map<String, BigInteger> map = new TreeMap<>();
        object.properties()
                .forEach(field ->
                        map.put(field.getKey(), new BigInteger(field.getValue().asText())));
        return map;
    }

    /** The least whole number above half of what counts. */
    static String majority(Trace.Round round) {
        return round.continuing().wholeOrThrow().shiftRight(1).add(BigInteger.ONE).toString();
    }

    static DynamicTest test(JsonNode row, Executable agrees) {
        return DynamicTest.dynamicTest(row.get("name").asText(), agrees);
    }

    static Stream<JsonNode> cases(JsonNode vector) {
        return elements(vector.get("cases"));
    }

    static List<String> texts(JsonNode array) {
        return elements(array).map(JsonNode::asText).toList();
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
