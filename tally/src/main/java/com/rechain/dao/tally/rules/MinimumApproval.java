package com.rechain.dao.tally.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.tally.json.ObjectReader;
import java.util.Optional;

/**
 * How much weight has to be in favour whatever is against: an amount, or a share of everything
 * eligible (Aragon's minimum approval, Realms' share of the supply).
 */
public record MinimumApproval(Comparison comparison, Threshold threshold) {

    static Optional<MinimumApproval> read(ObjectReader reader) {
        reader.only("comparison", "amount", "numerator", "denominator");
        Optional<Comparison> comparison = reader.coded("comparison", Comparison.class);
        Optional<Threshold> threshold = Threshold.read(reader);
        if (comparison.isEmpty() || threshold.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new MinimumApproval(comparison.get(), threshold.get()));
    }

    void write(ObjectNode target) {
        target.put("comparison", comparison.code());
        threshold.write(target);
    }
}
