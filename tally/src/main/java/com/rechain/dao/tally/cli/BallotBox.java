package com.rechain.dao.tally.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.tally.ballot.BallotCheck;
import com.rechain.dao.tally.ballot.Count;
import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.tally.ballot.Weights;
import com.rechain.dao.tally.json.Fault;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.outcome.ResultJson;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.system.VotingSystem;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the ballots of a file one by one: each is counted, or rejected by a named rule. */
final class BallotBox {
    private static final Pattern WEIGHT = Pattern.compile("[1-9][0-9]{0,37}");
    private static final int REMEMBERED = 50_000;

    private final Rules rules;
    private final Eligible eligible;
    private final int options;
    private final VotingSystem system;
    private final Tally tally;
    private final List<Rejected> rejected = new ArrayList<>();
    // Most ballots of a large file look like one that came before.
    private final Map<JsonNode, BallotCheck> checks =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<JsonNode, BallotCheck> eldest) {
                    return size() > REMEMBERED;
                }
            };
    private long position;

    BallotBox(Rules rules, Eligible eligible, int options) {
        this.rules = rules;
        this.eligible = eligible;
        this.options = options;
        system = VotingSystem.of(rules.system());
        tally = system.emptyTally(options);
    }

    /** The ballot at a position of the file, from 0, that was not counted. */
    private record Rejected(long position, Count count, Fault broken) {}

    void add(JsonNode ballot) throws BadFile {
        String place = "ballots[" + position + "]";
        Count count = count(ballot, place);
        JsonNode choice = ballot.path("choice");
        if (choice.isMissingNode()) {
            throw BadFile.at(place + ".choice", "This field is required.");
        }
        switch (checks.computeIfAbsent(choice, given -> system.check(given, options, rules))) {
            case BallotCheck.Valid(var valid) -> tally.add(valid, count);
            case BallotCheck.Invalid(Fault broken) ->
                    rejected.add(new Rejected(position, count, broken));
        }
        position++;
    }

    ObjectNode result(List<String> choices) {
        Decision decision = system.decide(tally, options, rules, eligible);
        ObjectNode result = ResultJson.of(rules, choices, eligible, decision);
        ArrayNode out = result.putArray("rejected");
        for (Rejected one : rejected) {
            out.addObject()
                    .put("ballot", Long.toString(one.position()))
                    .put("weight", one.count().weight().toString())
                    .put("ballots", Long.toString(one.count().ballots()))
                    .put("rule", one.broken().rule())
                    .put("message", one.broken().message());
        }
        return result;
    }

    private static Count count(JsonNode ballot, String place) throws BadFile {
        if (!ballot.isObject()) {
            throw BadFile.at(place, "An object is expected.");
        }
        for (Map.Entry<String, JsonNode> field : ballot.properties()) {
            switch (field.getKey()) {
                case "choice", "weight", "count" -> {}
                default ->
                        throw BadFile.at(place + "." + field.getKey(), "This field is not known.");
            }
        }
        BigInteger weight = weight(ballot.get("weight"), place);
        long count = times(ballot.get("count"), place);
        return new Count(weight.multiply(BigInteger.valueOf(count)), count);
    }

    private static BigInteger weight(@Nullable JsonNode given, String place) throws BadFile {
        if (given == null) {
            return BigInteger.ONE;
        }
        if (!given.isTextual() || !WEIGHT.matcher(given.textValue()).matches()) {
            throw BadFile.at(
                    place + ".weight",
                    "A whole number above zero of at most 38 digits, as a string, is expected.");
        }
        return Weights.requireValid(new BigInteger(given.textValue()));
    }

    private static long times(@Nullable JsonNode given, String place) throws BadFile {
        if (given == null) {
            return 1;
        }
        if (!given.isIntegralNumber() || !given.canConvertToInt() || given.intValue() < 1) {
            throw BadFile.at(place + ".count", "A whole number above zero is expected.");
        }
        return given.intValue();
    }
}
