package com.rechain.dao.tally.system;

import static com.rechain.dao.tally.outcome.Verdict.DEFEATED;
import static com.rechain.dao.tally.outcome.Verdict.NO_QUORUM;
import static com.rechain.dao.tally.outcome.Verdict.SUCCEEDED;
import static com.rechain.dao.tally.outcome.Verdict.SURVEY_DONE;
import static com.rechain.dao.tally.outcome.Verdict.TIED;

import com.rechain.dao.tally.ballot.Count;
import com.rechain.dao.tally.exact.Rational;
import com.rechain.dao.tally.outcome.Bars;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.outcome.Measures;
import com.rechain.dao.tally.outcome.Trace;
import com.rechain.dao.tally.outcome.Verdict;
import com.rechain.dao.tally.rules.DefaultOption;
import com.rechain.dao.tally.rules.Rules;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The decision of every system in which options compete for one place: the one leader wins if the
 * quorum is reached, its score meets the bars that the rules set, and it is not the option that
 * stands for none of the others.
 */
final class Leaders {

    private Leaders() {}

    /** The options, from 1, that share the highest score above zero. */
    static List<Integer> of(List<Rational> scores) {
        Rational best = scores.stream().reduce(Rational.ZERO, Leaders::greater);
        return best.signum() == 0
                ? List.of()
                : IntStream.rangeClosed(1, scores.size())
                        .filter(option -> scores.get(option - 1).equals(best))
                        .boxed()
                        .toList();
    }

    /** Decides for the highest score. */
    static Decision decide(
            List<Rational> scores, Count cast, Rules rules, Eligible eligible, Trace trace) {
        return decide(scores, of(scores), cast, rules, eligible, trace);
    }

    /** Decides for {@code leaders}, which something else than the scores has found. */
    static Decision decide(
            List<Rational> scores,
            List<Integer> leaders,
            Count cast,
            Rules rules,
            Eligible eligible,
            Trace trace) {
        Rational best = leaders.isEmpty() ? Rational.ZERO : scores.get(leaders.getFirst() - 1);
        Bars bars = Bars.of(rules, Measures.ofLeader(cast, best, eligible));
        Optional<Integer> drawn = Ties.draw(rules, leaders);
        Optional<Integer> leader = leaders.size() == 1 ? Optional.of(leaders.getFirst()) : drawn;
        Verdict verdict = verdict(rules, bars, leaders, leader, scores.size());
        return new Decision(
                verdict,
                verdict == SUCCEEDED ? List.of(leader.orElseThrow()) : List.of(),
                leaders.size() > 1 ? leaders : List.of(),
                drawn,
                scores,
                cast,
                bars,
                trace);
    }

    private static Verdict verdict(
            Rules rules, Bars bars, List<Integer> leaders, Optional<Integer> leader, int options) {
        if (rules.provisions().survey()) {
            return SURVEY_DONE;
        }
        if (!bars.quorum().holds()) {
            return NO_QUORUM;
        }
        if (leaders.size() > 1 && leader.isEmpty()) {
            return Ties.isLeftAsTie(rules) ? TIED : DEFEATED;
        }
        return leader.filter(one -> !standsForNone(one, rules, options)).isPresent()
                        && bars.approved()
                ? SUCCEEDED
                : DEFEATED;
    }

    private static boolean standsForNone(int option, Rules rules, int options) {
        DefaultOption none = rules.provisions().defaultOption();
        return none != null && none.among(options) == option;
    }

    private static Rational greater(Rational one, Rational other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
