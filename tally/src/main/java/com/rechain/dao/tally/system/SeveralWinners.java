package com.rechain.dao.tally.system;

import com.rechain.dao.tally.ballot.Count;
import com.rechain.dao.tally.exact.Rational;
import com.rechain.dao.tally.outcome.Arithmetic;
import com.rechain.dao.tally.outcome.Bars;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.outcome.Measures;
import com.rechain.dao.tally.outcome.Trace;
import com.rechain.dao.tally.outcome.Verdict;
import com.rechain.dao.tally.rules.Rules;
import java.util.List;
import java.util.Optional;

/**
 * The decision of systems in which several options carry: with the quorum, all that were chosen.
 */
final class SeveralWinners {

    private SeveralWinners() {}

    static Decision decide(
            List<Rational> scores,
            List<Integer> chosen,
            Count cast,
            Rules rules,
            Eligible eligible,
            Trace trace) {
        Measures measures = Measures.ofLeader(cast, Rational.ZERO, eligible);
        Arithmetic quorum = Arithmetic.quorum(rules.quorum(), measures);
        Verdict verdict = verdict(rules, quorum, chosen);
        return new Decision(
                verdict,
                verdict == Verdict.SUCCEEDED ? chosen : List.of(),
                List.of(),
                Optional.empty(),
                scores,
                cast,
                Bars.of(quorum),
                trace);
    }

    private static Verdict verdict(Rules rules, Arithmetic quorum, List<Integer> chosen) {
        if (rules.provisions().survey()) {
            return Verdict.SURVEY_DONE;
        }
        if (!quorum.holds()) {
            return Verdict.NO_QUORUM;
        }
        return chosen.isEmpty() ? Verdict.DEFEATED : Verdict.SUCCEEDED;
    }
}
