package com.rechain.dao.tally.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.tally.json.ObjectReader;
import java.util.Optional;

/** The share in favour that a proposal (or the leading option) needs, and of what. */
public record ApprovalRule(ApprovalBase base, Comparison comparison, Fraction fraction) {

    /** More for than against. */
    public static final ApprovalRule SIMPLE_MAJORITY =
            new ApprovalRule(ApprovalBase.FOR_AGAINST, Comparison.GT, Fraction.of(1, 2));

    static Optional<ApprovalRule> read(ObjectReader reader) {
        reader.only("base", "comparison", "numerator", "denominator");
        Optional<ApprovalBase> base = reader.coded("base", ApprovalBase.class);
        Optional<Comparison> comparison = reader.coded("comparison", Comparison.class);
        Optional<Fraction> fraction = Fraction.read(reader);
        if (base.isEmpty() || comparison.isEmpty() || fraction.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ApprovalRule(base.get(), comparison.get(), fraction.get()));
    }

    void write(ObjectNode target) {
        target.put("base", base.code()).put("comparison", comparison.code());
        fraction.write(target);
    }
}
