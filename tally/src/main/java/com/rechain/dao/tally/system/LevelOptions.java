package com.rechain.dao.tally.system;

import com.rechain.dao.tally.outcome.Trace;
import com.rechain.dao.tally.rules.Method;
import com.rechain.dao.tally.rules.Seeds;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Which of several options that are level leaves first. */
final class LevelOptions {

    private final Method.Runoff rules;
    private final List<Trace.Round> rounds;

    /**
     * @param rounds those that are over; grows as they end
     */
    LevelOptions(Method.Runoff rules, List<Trace.Round> rounds) {
        this.rules = rules;
        this.rounds = rounds;
    }

    /**
     * @param level at least one option, in the proposal's order
     */
    int leaver(List<Integer> level) {
        return switch (rules.tieBreak()) {
            case LISTED -> level.getFirst();
            case REVERSED -> level.getLast();
            case EARLIER_ROUNDS -> leastBefore(level);
            case SEEDED -> Seeds.draw(Objects.requireNonNull(rules.seed()), level);
        };
    }

    private int leastBefore(List<Integer> level) {
        List<Integer> left = level;
        for (int i = rounds.size() - 1; i >= 0 && left.size() > 1; i--) {
            Trace.Round round = rounds.get(i);
            BigInteger least =
                    left.stream()
                            .map(option -> weight(round, option))
                            .min(Comparator.naturalOrder())
                            .orElseThrow();
            left = left.stream().filter(o -> weight(round, o).equals(least)).toList();
        }
        return left.getFirst();
    }

    private static BigInteger weight(Trace.Round round, int option) {
        return round.standing().stream()
                .filter(standing -> standing.option() == option)
                .map(Trace.Standing::weight)
                .findFirst()
                .orElseThrow();
    }
}
