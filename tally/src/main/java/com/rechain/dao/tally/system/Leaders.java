package com.rechain.dao.tally.system;

import static com.rechain.dao.tally.outcome.Verdict.DEFEATED;
import static com.rechain.dao.tally.outcome.Verdict.NO_QUORUM;
import static com.rechain.dao.tally.outcome.Verdict.SUCCEEDED;
import static com.rechain.dao.tally.outcome.Verdict.TIED;

import com.rechain.dao.tally.ballot.Count;
import com.rechain.dao.tally.exact.Rational;
import com.rechain.dao.tally.outcome.Arithmetic;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.outcome.Measures;
import com.rechain.dao.tally.outcome.Trace;
import com.rechain.dao.tally.outcome.Verdict;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.TieRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The decision of every system in which options compete: the one leader wins if the quorum is
 * reached and, where the rules set one, its score meets the approval bar.
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
        Measures measures = Measures.ofLeader(cast, best, eligible);
        Arithmetic quorum = Arithmetic.quorum(rules.quorum(), measures);
        Optional<Arithmetic> approval =
                Optional.ofNullable(rules.approval())
                        .map(rule -> Arithmetic.approval(rule, measures));
        Optional<Arithmetic> minimum =
                Optional.ofNullable(rules.minimumApproval())
                        .map(rule -> Arithmetic.minimum(rule, measures));
        boolean approved =
                approval.map(Arithmetic::holds).orElse(true)
                        && minimum.map(Arithmetic::holds).orElse(true);
        Verdict verdict = verdict(rules, quorum.holds(), approved, leaders);
        return new Decision(
                verdict,
                verdict == SUCCEEDED ? Optional.of(leaders.getFirst()) : Optional.empty(),
                leaders.size() > 1 ? leaders : List.of(),
                scores,
                cast,
                quorum,
                approval,
                minimum,
                trace);
    }

    private static Verdict verdict(
            Rules rules, boolean quorum, boolean approved, List<Integer> leaders) {
        if (!quorum) {
            return NO_QUORUM;
        }
        if (leaders.size() > 1) {
            return rules.ties() == TieRule.STATUS_QUO ? TIED : DEFEATED;
        }
        return leaders.size() == 1 && approved ? SUCCEEDED : DEFEATED;
    }

    private static Rational greater(Rational one, Rational other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
