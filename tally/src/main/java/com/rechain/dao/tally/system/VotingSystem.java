package com.rechain.dao.tally.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.tally.ballot.BallotCheck;
import com.rechain.dao.tally.ballot.PatternTally;
import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.tally.exact.Rational;
import com.rechain.dao.tally.json.Parsed;
import com.rechain.dao.tally.outcome.Arithmetic;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.outcome.Measures;
import com.rechain.dao.tally.rules.DefaultOption;
import com.rechain.dao.tally.rules.Method;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;
import java.util.Objects;
import java.util.Optional;

/**
 * One way of voting: which ballots are valid, how they add up, and what the sum decides. A system
 * has no state; a new one is a new implementation, a kind of {@link
 * com.rechain.dao.tally.ballot.Choice} and, where it leaves something to the rules, a kind of
 * {@link Method}.
 */
public sealed interface VotingSystem
        permits Basic,
                Optimistic,
                SingleChoice,
                Approval,
                Weighted,
                Quadratic,
                Score,
                Borda,
                RankedChoice,
                SingleTransferableVote,
                Copeland,
                Schulze,
                ParticipatoryBudget {

    /** The most options that a proposal can offer. */
    int MAX_OPTIONS = 500;

    /** The most where all pairs are compared, and paths of them: the work is its third power. */
    int MAX_PAIRED_OPTIONS = 50;

    static VotingSystem of(SystemName name) {
        return switch (name) {
            case BASIC -> new Basic();
            case OPTIMISTIC -> new Optimistic();
            case SINGLE_CHOICE -> new SingleChoice();
            case APPROVAL -> new Approval();
            case WEIGHTED -> new Weighted();
            case QUADRATIC -> new Quadratic();
            case SCORE -> new Score();
            case BORDA -> new Borda();
            case RANKED_CHOICE -> new RankedChoice();
            case STV -> new SingleTransferableVote();
            case COPELAND -> new Copeland();
            case SCHULZE -> new Schulze();
            case BUDGET -> new ParticipatoryBudget();
        };
    }

    SystemName name();

    /**
     * Whether a vote under these rules can offer so many options; the accepted value is that
     * number. Rules that name options must name some that there are.
     */
    default Parsed<Integer> checkOptions(int options, Rules rules) {
        if (options < 2 || options > mostOptions()) {
            return Parsed.refused(
                    "choices", "options", "2 to %d options are expected.".formatted(mostOptions()));
        }
        DefaultOption none = rules.provisions().defaultOption();
        return none == null || none.isWithin(options)
                ? new Parsed.Accepted<>(options)
                : Parsed.refused(
                        "rules.defaultOption",
                        "option-of-proposal",
                        "The options are 1 to %d.".formatted(options));
    }

    /** The most options that this system can offer. */
    default int mostOptions() {
        return MAX_OPTIONS;
    }

    /**
     * Whether this is a valid choice among so many options. What is valid stays valid when it is
     * checked again in its canonical form.
     */
    BallotCheck check(JsonNode choice, int options, Rules rules);

    /**
     * Whether ballots of one choice but different weights are counted apart, under {@link
     * com.rechain.dao.tally.ballot.WeightedPatternTally#counter}.
     */
    default boolean countsByWeight() {
        return false;
    }

    /** A tally without ballots. */
    default Tally emptyTally(int options) {
        return new PatternTally();
    }

    /** Decides a finished tally of this system. */
    Decision decide(Tally tally, int options, Rules rules, Eligible eligible);

    /** Where participation stands to the quorum, with the numbers filled in. */
    default Arithmetic quorum(Tally tally, Rules rules, Eligible eligible) {
        return Arithmetic.quorum(
                rules.quorum(), Measures.ofLeader(tally.total(), Rational.ZERO, eligible));
    }

    /** Why the vote may end now, where its rules let it end before its time. */
    default Optional<EarlyEnd> endsEarly(Tally tally, int options, Rules rules, Eligible eligible) {
        return Optional.empty();
    }

    /** The method that the rules of a system that has one name. */
    static Method method(Rules rules) {
        return Objects.requireNonNull(rules.method());
    }
}
