package com.rechain.dao.tally.power;

import com.rechain.dao.tally.rules.DelegationRule;
import com.rechain.dao.tally.rules.Fraction;
import com.rechain.dao.tally.rules.Threshold;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * How far weight may pass, and how much one delegate may receive.
 *
 * @param depth through how many hands at most; 0 for no delegation at all
 * @param cap the most that a delegate receives; null for no limit
 */
public record Policy(int depth, @Nullable BigInteger cap) {

    /**
     * What the rules of a vote come to, where {@code total} is the electorate's own weight; shares
     * are rounded down.
     */
    public static Policy of(DelegationRule rule, BigInteger total) {
        return new Policy(
                Math.toIntExact(rule.depth()),
                switch (rule.cap()) {
                    case null -> null;
                    case Threshold.Amount(BigInteger amount) -> amount;
                    case Threshold.OfEligible(Fraction fraction) ->
                            total.multiply(fraction.numerator()).divide(fraction.denominator());
                });
    }
}
