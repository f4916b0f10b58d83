package com.rechain.dao.tally.outcome;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.tally.exact.Rational;
import com.rechain.dao.tally.rules.ApprovalRule;
import com.rechain.dao.tally.rules.Comparison;
import com.rechain.dao.tally.rules.Fraction;
import com.rechain.dao.tally.rules.MinimumApproval;
import com.rechain.dao.tally.rules.QuorumRule;
import com.rechain.dao.tally.rules.Threshold;
import com.rechain.dao.tally.rules.VetoRule;
import java.math.BigInteger;

/**
 * One comparison with its numbers filled in: {@code measured × denominator (> or ≥) whole ×
 * numerator}. Cross-multiplied integers, so nothing is rounded and anyone can redo it by hand; the
 * parts of a measure that is a fraction go to the right side.
 *
 * @param base what was measured
 * @param whole what the share is taken of; for a fixed amount, the amount itself
 */
public record Arithmetic(
        String base, Rational measured, BigInteger whole, Fraction share, Comparison comparison) {

    private static final Fraction ALL = Fraction.of(1, 1);

    static Arithmetic of(
            String base, Rational measured, BigInteger whole, Fraction share, Comparison how) {
        return new Arithmetic(base, measured, whole, share, how);
    }

    /** Whether participation suffices. */
    public static Arithmetic quorum(QuorumRule rule, Measures measures) {
        Rational measured = measures.of(rule.base());
        return switch (rule.threshold()) {
            case Threshold.Amount(BigInteger amount) ->
                    of(rule.base().code(), measured, amount, ALL, rule.comparison());
            case Threshold.OfEligible(Fraction share) ->
                    of(
                            rule.base().code(),
                            measured,
                            measures.eligibleFor(rule.base()),
                            share,
                            rule.comparison());
        };
    }

    /** Whether the weight in favour suffices. */
    public static Arithmetic approval(ApprovalRule rule, Measures measures) {
        return of(
                rule.base().code(),
                measures.inFavour(),
                measures.of(rule.base()),
                rule.fraction(),
                rule.comparison());
    }

    /** Whether enough is in favour whatever is against. */
    public static Arithmetic minimum(MinimumApproval rule, Measures measures) {
        return switch (rule.threshold()) {
            case Threshold.Amount(BigInteger amount) ->
                    of("FOR", measures.inFavour(), amount, ALL, rule.comparison());
            case Threshold.OfEligible(Fraction share) ->
                    of(
                            "FOR",
                            measures.inFavour(),
                            measures.eligible().weight(),
                            share,
                            rule.comparison());
        };
    }

    /** Whether enough was against with veto. */
    public static Arithmetic veto(VetoRule rule, Measures measures) {
        return of(
                rule.base().code(),
                measures.vetoing(),
                measures.of(rule.base()),
                rule.fraction(),
                rule.comparison());
    }

    public BigInteger left() {
        return measured.numerator().multiply(share.denominator());
    }

    public BigInteger right() {
        return whole.multiply(share.numerator()).multiply(measured.denominator());
    }

    public boolean holds() {
        return comparison.holds(left(), right());
    }

    public ObjectNode toJson() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("base", base)
                .put("measured", measured.toString())
                .put("whole", whole.toString())
                .put("numerator", share.numerator().toString())
                .put("denominator", share.denominator().toString())
                .put("left", left().toString())
                .put("comparison", comparison.code())
                .put("right", right().toString())
                .put("holds", holds());
    }
}
