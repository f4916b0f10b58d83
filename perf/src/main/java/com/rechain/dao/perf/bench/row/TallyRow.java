package com.rechain.dao.perf.bench.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.perf.bench.result.Table;
import com.rechain.dao.perf.bench.trial.Row;
import com.rechain.dao.perf.bench.trial.RowDeclaration;
import com.rechain.dao.perf.bench.trial.Target;
import com.rechain.dao.perf.bench.trial.Trial;
import com.rechain.dao.tally.ballot.BallotCheck;
import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;
import com.rechain.dao.tally.system.VotingSystem;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Every voting system with a thousand to a million ballots over six options, drawn by a fixed seed:
 * how fast ballots are checked and counted, how long the finished tally takes to be decided, and
 * what it holds in memory.
 */
public final class TallyRow implements Row {
    private static final int[] SIZES = {1_000, 10_000, 100_000, 1_000_000};
    private static final int LARGEST = SIZES[SIZES.length - 1];
    private static final int DRAWN = 20_000;
    private static final Eligible ELIGIBLE = new Eligible(BigInteger.TEN.pow(12), 1_000_000_000);

    private record Run(double seconds, double decided, long patterns, long megabytes) {
        Run best(Run other) {
            return new Run(
                    Math.min(seconds, other.seconds),
                    Math.min(decided, other.decided),
                    patterns,
                    Math.min(megabytes, other.megabytes));
        }
    }

    private record Case(SystemName system, int size) {}

    @Override
    public RowDeclaration declaration() {
        List<Target> targets =
                Stream.of(SystemName.values())
                        .flatMap(system -> Stream.of(counting(system), deciding(system)))
                        .toList();
        return new RowDeclaration(
                "tally",
                "Counting and deciding a million ballots by every voting system, without any service.",
                "",
                "One thread; ballots of six options drawn by a fixed seed, a run to warm up.",
                targets);
    }

    @Override
    public void measure(Trial trial) throws Exception {
        Map<Case, Run> best = new LinkedHashMap<>();
        for (SystemName system : SystemName.values()) {
            run(system, SIZES[1]);
        }
        trial.rounds(_ -> {
            for (SystemName system : SystemName.values()) {
                for (int size : SIZES) {
                    Run run = run(system, size);
                    best.merge(new Case(system, size), run, Run::best);
                    if (size == LARGEST) {
                        trial.findings().add(counting(system), size / run.seconds() / 1_000);
                        trial.findings().add(deciding(system), run.decided() * 1_000);
                    }
                }
            }
        });
        System.out.println();
        System.out.println(table(best));
    }

    private static Target counting(SystemName system) {
        return Target.of("counted, " + system.code(), "thousand/s");
    }

    private static Target deciding(SystemName system) {
        return Target.of("decided, " + system.code(), "ms");
    }

    private static Table table(Map<Case, Run> best) {
        Table table =
                new Table(
                        "system",
                        "ballots",
                        "different",
                        "ballots/s, thousand",
                        "decide, ms",
                        "tally, MB");
        best.forEach((what, run) ->
                table.row(
                        what.system().code(),
                        what.size(),
                        run.patterns(),
                        what.size() / run.seconds() / 1_000,
                        run.decided() * 1_000,
                        run.megabytes()));
        return table;
    }

    private static Run run(SystemName name, int size) {
        VotingSystem system = VotingSystem.of(name);
        DrawnBallots drawn = DrawnBallots.of(name, Math.min(size, DRAWN));
        List<JsonNode> choices = drawn.choices();
        Rules rules = drawn.rules();
        int options = drawn.options();
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

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
