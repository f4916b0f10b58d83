package com.rechain.dao.tally.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.tally.json.ObjectReader;
import java.math.BigInteger;
import java.util.Optional;

/**
 * How much participation a proposal needs, what counts as participation, and whether just reaching
 * it suffices.
 */
public record QuorumRule(QuorumBase base, Comparison comparison, Threshold threshold) {

    /** A quorum that every vote reaches. */
    public static final QuorumRule NOTHING_NEEDED =
            new QuorumRule(QuorumBase.CAST, Comparison.GE, new Threshold.Amount(BigInteger.ZERO));

    /** A fifth of all eligible weight against. */
    public static final QuorumRule OBJECTION_OF_A_FIFTH =
            new QuorumRule(
                    QuorumBase.AGAINST, Comparison.GE, new Threshold.OfEligible(Fraction.of(1, 5)));

    static Optional<QuorumRule> read(ObjectReader reader) {
        reader.only("base", "comparison", "amount", "numerator", "denominator");
        Optional<QuorumBase> base = reader.coded("base", QuorumBase.class);
        Optional<Comparison> comparison = reader.coded("comparison", Comparison.class);
        Optional<Threshold> threshold = Threshold.read(reader);
        if (base.isEmpty() || comparison.isEmpty() || threshold.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new QuorumRule(base.get(), comparison.get(), threshold.get()));
    }

    void write(ObjectNode target) {
        target.put("base", base.code()).put("comparison", comparison.code());
        threshold.write(target);
    }
}
