package com.rechain.dao.perf.bench.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.tally.json.StrictJson;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Ballots of a voting system over six options, or the three that it has, drawn by a fixed seed. */
record DrawnBallots(Rules rules, int options, List<JsonNode> choices) {
    private static final int OPTIONS = 6;
    private static final int SEED = 7;

    DrawnBallots {
        choices = List.copyOf(choices);
    }

    static DrawnBallots of(SystemName system, int count) {
        boolean threeWay = system == SystemName.BASIC || system == SystemName.OPTIMISTIC;
        int options = threeWay ? 3 : OPTIONS;
        Random random = new Random(SEED);
        List<JsonNode> choices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            choices.add(choice(system, options, random));
        }
        return new DrawnBallots(rules(system), options, choices);
    }

    private static Rules rules(SystemName system) {
        return switch (system) {
            case STV -> method(system, "{\"seats\":\"3\"}");
            case BUDGET ->
                    method(
                            system,
                            "{\"budget\":\"100\",\"costs\":[\"60\",\"50\",\"40\",\"30\",\"20\",\"10\"]}");
            case BASIC,
                    OPTIMISTIC,
                    SINGLE_CHOICE,
                    APPROVAL,
                    WEIGHTED,
                    QUADRATIC,
                    SCORE,
                    BORDA,
                    RANKED_CHOICE,
                    COPELAND,
                    SCHULZE ->
                    Rules.defaultsFor(system);
        };
    }

    private static Rules method(SystemName system, String method) {
        JsonNode partial = StrictJson.parse("{\"method\":" + method + "}").orElseThrow();
        return Rules.parseWithDefaults(system, partial).orElseThrow();
    }

    private static JsonNode choice(SystemName system, int options, Random random) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (system) {
            case BASIC, OPTIMISTIC, SINGLE_CHOICE -> IntNode.valueOf(1 + random.nextInt(options));
            case APPROVAL, BUDGET -> {
                ArrayNode list = json.arrayNode();
                order(options, random).subList(0, 1 + random.nextInt(options)).forEach(list::add);
                yield list;
            }
            case WEIGHTED, QUADRATIC, SCORE -> {
                ObjectNode points = json.objectNode();
                order(options, random)
                        .subList(0, 3)
                        .forEach(option -> points.put(option.toString(), 1 + random.nextInt(10)));
                yield points;
            }
            case BORDA, RANKED_CHOICE, STV, COPELAND, SCHULZE -> {
                ArrayNode ranking = json.arrayNode();
                order(options, random)
                        .subList(0, 1 + random.nextInt(options))
                        .forEach(ranking::add);
                yield ranking;
            }
        };
    }

    private static List<Integer> order(int options, Random random) {
        List<Integer> order = new ArrayList<>(IntStream.rangeClosed(1, options).boxed().toList());
        Collections.shuffle(order, random);
        return order;
    }
}
