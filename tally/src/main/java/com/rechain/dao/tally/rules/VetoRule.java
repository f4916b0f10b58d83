package com.rechain.dao.tally.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.tally.json.ObjectReader;
import java.util.Optional;

/**
 * The share of votes against "with veto" that brings a proposal down whatever is in favour, as in
 * Cosmos' x/gov: there more than 33.4 % of everything cast, abstentions included. Such votes count
 * as against besides.
 *
 * @param base {@link ApprovalBase#CAST} or {@link ApprovalBase#ELIGIBLE}
 */
public record VetoRule(ApprovalBase base, Comparison comparison, Fraction fraction) {

    static Optional<VetoRule> read(ObjectReader reader) {
        reader.only("base", "comparison", "numerator", "denominator");
        Optional<ApprovalBase> base = reader.coded("base", ApprovalBase.class);
        Optional<Comparison> comparison = reader.coded("comparison", Comparison.class);
        Optional<Fraction> fraction = Fraction.read(reader);
        if (base.equals(Optional.of(ApprovalBase.FOR_AGAINST))) {
            reader.fault("base", "base-of-veto", "A veto is a share of CAST or ELIGIBLE.");
            return Optional.empty();
        }
        if (base.isEmpty() || comparison.isEmpty() || fraction.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new VetoRule(base.get(), comparison.get(), fraction.get()));
    }

    void write(ObjectNode target) {
        target.put("base", base.code()).put("comparison", comparison.code());
        fraction.write(target);
    }
}
