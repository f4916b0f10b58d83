package com.rechain.dao.tally.rules;

import com.rechain.dao.tally.json.ObjectReader;
import com.rechain.dao.tally.rules.Method.Approving;
import com.rechain.dao.tally.rules.Method.Budget;
import com.rechain.dao.tally.rules.Method.Level;
import com.rechain.dao.tally.rules.Method.Misfit;
import com.rechain.dao.tally.rules.Method.Roots;
import com.rechain.dao.tally.rules.Method.Scoring;
import com.rechain.dao.tally.rules.Method.TieBreak;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the {@link Method} of a system; empty after a fault. */
final class MethodReader {

    private static final int MOST_APPROVALS = 500;

    private MethodReader() {}

    static Optional<Method> read(SystemName system, ObjectReader reader) {
        return switch (system) {
            case BASIC, OPTIMISTIC, SINGLE_CHOICE, WEIGHTED -> Optional.empty();
            case APPROVAL -> reader.only("none").flag("none").map(Approving::new);
            case QUADRATIC -> reader.only("normalised").flag("normalised").map(Roots::new);
            case SCORE -> reader.only("most").whole("most", 1, Scoring.LIMIT).map(Scoring::new);
            case BORDA -> RankingReader.positions(reader);
            case RANKED_CHOICE -> RunoffReader.runoff(reader);
            case STV -> RunoffReader.seats(reader);
            case BUDGET -> budget(reader);
            case COPELAND -> RankingReader.duels(reader);
            case SCHULZE -> RankingReader.paths(reader);
        };
    }

    private static Optional<Method> budget(ObjectReader reader) {
        reader.only("budget", "costs", "mostApprovals", "misfit", "tieBreak", "seed");
        Optional<BigInteger> budget = reader.decimal("budget");
        List<BigInteger> costs = reader.decimals("costs");
        Optional<Long> most = reader.whole("mostApprovals", 0, MOST_APPROVALS);
        Optional<Misfit> misfit = reader.coded("misfit", Misfit.class);
        Optional<Level> level = level(reader);
        if (level.filter(one -> one.tieBreak() == TieBreak.EARLIER_ROUNDS).isPresent()) {
            reader.fault("tieBreak", "rounds-of-system", "This system has no rounds.");
        }
        return complete(
                reader,
                () ->
                        new Budget(
                                budget.get(),
                                costs,
                                most.get().intValue(),
                                misfit.get(),
                                level.get()));
    }

    /** How level options are told apart: {@code tieBreak} and, for a draw, its {@code seed}. */
    static Optional<Level> level(ObjectReader reader) {
        Optional<TieBreak> how = reader.coded("tieBreak", TieBreak.class);
        if (how.equals(Optional.of(TieBreak.SEEDED))) {
            return Seeds.read("seed", reader).map(seed -> new Level(TieBreak.SEEDED, seed));
        }
        if (reader.has("seed")) {
            reader.fault("seed", "seed-without-draw", "A seed belongs to tieBreak SEEDED.");
        }
        return how.map(tieBreak -> new Level(tieBreak, null));
    }

    // Every field that is missing or wrong has left a fault.
    static Optional<Method> complete(ObjectReader reader, Supplier<Method> method) {
        return reader.isFaultless() ? Optional.of(method.get()) : Optional.empty();
    }
}
