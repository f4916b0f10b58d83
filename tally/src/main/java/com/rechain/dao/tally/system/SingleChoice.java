package com.rechain.dao.tally.system;

import static com.rechain.dao.tally.outcome.Verdict.DEFEATED;
import static com.rechain.dao.tally.outcome.Verdict.NO_QUORUM;
import static com.rechain.dao.tally.outcome.Verdict.SUCCEEDED;
import static com.rechain.dao.tally.outcome.Verdict.TIED;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.tally.ballot.BallotCheck;
import com.rechain.dao.tally.ballot.OptionTally;
import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.tally.json.Parsed;
import com.rechain.dao.tally.outcome.Arithmetic;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.outcome.Measures;
import com.rechain.dao.tally.outcome.Verdict;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;
import com.rechain.dao.tally.rules.TieRule;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One option per ballot: score_i = Σ w_v [choice_v = i]. The option with the one highest score wins
 * if the quorum is reached and, where the rules set one, it meets the approval bar. Unlike Snapshot
 * an invalid ballot is refused, so the scores always add up to the weight cast.
 */
public record SingleChoice() implements VotingSystem {

    private static final int MAX_OPTIONS = 500;

    @Override
    public SystemName name() {
        return SystemName.SINGLE_CHOICE;
    }

    @Override
    public Parsed<Integer> checkOptions(int options) {
        return options >= 2 && options <= MAX_OPTIONS
                ? new Parsed.Accepted<>(options)
                : Parsed.refused(
                        "choices",
                        "options",
                        "2 to %d options are expected.".formatted(MAX_OPTIONS));
    }

    @Override
    public BallotCheck check(JsonNode choice, int options) {
        return OneOption.check(choice, options);
    }

    @Override
    public Tally emptyTally(int options) {
        return new OptionTally(options);
    }

    @Override
    public Decision decide(Tally tally, Rules rules, Eligible eligible) {
        OptionTally counted = (OptionTally) tally;
        List<BigInteger> scores = counted.scores();
        List<Integer> leaders = leaders(scores);
        BigInteger best = leaders.isEmpty() ? BigInteger.ZERO : scores.get(leaders.getFirst() - 1);
        Measures measures = Measures.ofLeader(counted, best, eligible);
        Arithmetic quorum = Arithmetic.quorum(rules.quorum(), measures);
        Optional<Arithmetic> approval =
                Optional.ofNullable(rules.approval())
                        .map(rule -> Arithmetic.approval(rule, measures));
        Verdict verdict =
                verdict(
                        rules,
                        quorum.holds(),
                        approval.map(Arithmetic::holds).orElse(true),
                        leaders);
        return new Decision(
                verdict,
                verdict == SUCCEEDED ? Optional.of(leaders.getFirst()) : Optional.empty(),
                leaders.size() > 1 ? leaders : List.of(),
                scores,
                counted.total(),
                quorum,
                approval);
    }

    private static Verdict verdict(
            Rules rules, boolean quorum, boolean approval, List<Integer> leaders) {
        if (!quorum) {
            return NO_QUORUM;
        }
        if (leaders.size() > 1) {
            return rules.ties() == TieRule.STATUS_QUO ? TIED : DEFEATED;
        }
        return leaders.size() == 1 && approval ? SUCCEEDED : DEFEATED;
    }

    /** The options, from 1, that share the highest score above zero. */
    private static List<Integer> leaders(List<BigInteger> scores) {
        BigInteger best = scores.stream().reduce(BigInteger.ZERO, BigInteger::max);
        return best.signum() == 0
                ? List.of()
                : IntStream.rangeClosed(1, scores.size())
                        .filter(option -> scores.get(option - 1).equals(best))
                        .boxed()
                        .toList();
    }
}
