package com.rechain.dao.tally.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.tally.json.ObjectReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether weight may be voted with by others than its owner.
 *
 * @param depth through how many hands weight may pass: 0 for none, 1 for a delegate who votes with
 *     it, up to {@link #DEEPEST} where delegates hand on what they were given
 * @param cap the most that a delegate may receive, as an amount or a share of all eligible weight;
 *     null for no limit
 */
public record DelegationRule(long depth, @Nullable Threshold cap) {

    public static final long DEEPEST = 8;

    /** Delegates vote with what they were given and do not hand it on. */
    public static final DelegationRule DIRECT = new DelegationRule(1, null);

    static Optional<DelegationRule> read(ObjectReader reader) {
        reader.only("depth", "cap");
        Optional<Long> depth = reader.whole("depth", 0, DEEPEST);
        if (!reader.has("cap")) {
            return depth.map(hands -> new DelegationRule(hands, null));
        }
        Optional<Threshold> cap =
                reader.object("cap")
                        .map(given -> given.only("amount", "numerator", "denominator"))
                        .flatMap(Threshold::read);
        return depth.isEmpty() || cap.isEmpty()
                ? Optional.empty()
                : Optional.of(new DelegationRule(depth.get(), cap.get()));
    }

    void write(ObjectNode target) {
        target.put("depth", Long.toString(depth));
        if (cap != null) {
            cap.write(target.putObject("cap"));
        }
    }
}
