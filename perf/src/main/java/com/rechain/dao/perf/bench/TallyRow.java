package com.rechain.dao.perf.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.tally.ballot.BallotCheck;
import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.tally.json.StrictJson;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;
import com.rechain.dao.tally.system.VotingSystem;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Every voting system with a thousand to a million ballots over six options, drawn by a fixed seed:
 * how fast ballots are checked and counted, how long the finished tally takes to be decided, and
 * what it holds in memory. Each figure is the best of three, after a run that warms up.
 */
final class TallyRow {
    private static final int OPTIONS = 6;
    private static final int[] SIZES = {1_000, 10_000, 100_000, 1_000_000};
    private static final int RUNS = 3;
    private static final int DRAWN = 20_000;
    private static final Eligible ELIGIBLE = new Eligible(BigInteger.TEN.pow(12), 1_000_000_000);

    private record Run(double seconds, double decided, long patterns, long megabytes) {}

    void measure() {
        Table table =
                new Table(
                        "system",
                        "ballots",
                        "different",
                        "ballots/s, thousand",
                        "decide, ms",
                        "tally, MB");
        for (SystemName system : SystemName.values()) {
            run(system, SIZES[1]);
            for (int size : SIZES) {
                Run best = best(system, size);
                table.row(
                        system.code(),
                        size,
                        best.patterns(),
                        size / best.seconds() / 1_000,
                        best.decided() * 1_000,
                        best.megabytes());
            }
        }
        System.out.println(table);
    }

    private static Run best(SystemName system, int size) {
        Run best = run(system, size);
        for (int i = 1; i < RUNS; i++) {
            Run again = run(system, size);
            best =
                    new Run(
                            Math.min(best.seconds(), again.seconds()),
                            Math.min(best.decided(), again.decided()),
                            best.patterns(),
                            Math.min(best.megabytes(), again.megabytes()));
        }
        return best;
    }

    private static Run run(SystemName name, int size) {
        Rules rules = rules(name);
        VotingSystem system = VotingSystem.of(name);
        boolean threeWay = name == SystemName.BASIC || name == SystemName.OPTIMISTIC;
        int options = threeWay ? 3 : OPTIONS;
        Random random = new Random(7);
        List<JsonNode> choices = new ArrayList<>();
        for (int i = 0; i < Math.min(size, DRAWN); i++) {
            choices.add(choice(name, options, random));
        }
        long before = used();
        long start = System.nanoTime();
        Tally tally = system.emptyTally(options);
        for (int i = 0; i < size; i++) {
            if (system.check(choices.get(i % choices.size()), options, rules)
                    instanceof BallotCheck.Valid(var choice)) {
                tally.add(choice, BigInteger.valueOf(1 + i % 1_000));
            }
        }
        double counted = (System.nanoTime() - start) / 1e9;
        long held = used() - before;
        long begin = System.nanoTime();
        system.decide(tally, options, rules, ELIGIBLE);
        double decided = (System.nanoTime() - begin) / 1e9;
        return new Run(counted, decided, tally.counters().size(), Math.max(0, held) / 1_000_000);
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

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
