package com.rechain.dao.tally.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.tally.json.CanonicalJson;
import com.rechain.dao.tally.json.StrictJson;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.outcome.ResultJson;
import com.rechain.dao.tally.rules.Rules;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;

/** Takes what the library has decided through a vote file as well. */
public final class CommandLine {

    private CommandLine() {}

    /** Ballots that look alike, valid or not. */
    public record Ballots(JsonNode choice, BigInteger weight, int count) {}

    /**
     * Asserts that the command line makes of these ballots, in a file, what the library has made of
     * them.
     */
    public static void assertSame(
            Rules rules, int options, Eligible eligible, List<Ballots> ballots, Decision decision) {
        List<String> labels =
                IntStream.rangeClosed(1, options).mapToObj(option -> "Option " + option).toList();
        ObjectNode expected = ResultJson.of(rules, labels, eligible, decision);

        ObjectNode result = count(file(rules, labels, eligible, ballots));
        JsonNode rejected = result.remove("rejected");

        assertThat(CanonicalJson.text(result)).isEqualTo(CanonicalJson.text(expected));
        assertThat(rejected).allSatisfy(one -> assertThat(one.path("rule").asText()).isNotBlank());
        long given = ballots.stream().mapToLong(Ballots::count).sum();
        long refused = 0;
        for (JsonNode one : rejected) {
            refused += one.path("ballots").asLong();
        }
        assertThat(decision.cast().ballots() + refused).isEqualTo(given);
    }

    private static String file(
            Rules rules, List<String> labels, Eligible eligible, List<Ballots> ballots) {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        labels.forEach(file.putArray("choices")::add);
        file.set("rules", rules.toJson());
        file.putObject("eligible")
                .put("weight", eligible.weight().toString())
                .put("voters", Long.toString(eligible.voters()));
        ArrayNode list = file.putArray("ballots");
        for (Ballots alike : ballots) {
            ObjectNode ballot = list.addObject();
            ballot.set("choice", alike.choice());
            ballot.put("weight", alike.weight().toString()).put("count", alike.count());
        }
        return file.toString();
    }

    private static ObjectNode count(String file) {
        try {
            return (ObjectNode) StrictJson.parse(TallyMain.resultOf(file)).orElseThrow();
        } catch (BadFile | IOException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }
}
