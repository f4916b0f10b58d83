package com.rechain.dao.tally.system;

import com.rechain.dao.tally.exact.Rational;
import com.rechain.dao.tally.outcome.Trace;
import com.rechain.dao.tally.rules.Method;
import com.rechain.dao.tally.rules.Seeds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Which of several options that are level leaves first. */
final class LevelOptions {

    private final Method.Level rules;
    private final List<Trace.Round> rounds;

    /**
     * @param rounds those that are over; grows as they end
     */
    LevelOptions(Method.Level rules, List<Trace.Round> rounds) {
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

    /**
     * Which of several options that are level goes before the others where that is an advantage.
     */
    int keeper(List<Integer> level) {
        List<Integer> left = new ArrayList<>(level);
        while (left.size() > 1) {
            left.remove(Integer.valueOf(leaver(left)));
        }
        return left.getFirst();
    }

    /** Which of several options that are level is taken first where there are no rounds. */
    int first(List<Integer> level) {
        return leaver(level);
    }

    private int leastBefore(List<Integer> level) {
        List<Integer> left = level;
        for (int i = rounds.size() - 1; i >= 0 && left.size() > 1; i--) {
            Trace.Round round = rounds.get(i);
            Rational least =
                    left.stream()
                            .map(option -> weight(round, option))
                            .min(Comparator.naturalOrder())
                            .orElseThrow();
            left = left.stream().filter(o -> weight(round, o).equals(least)).toList();
        }
        return left.getFirst();
    }

    private static Rational weight(Trace.Round round, int option) {
        return round.standing().stream()
                .filter(standing -> standing.option() == option)
                .map(Trace.Standing::weight)
                .findFirst()
                .orElseThrow();
    }
}
