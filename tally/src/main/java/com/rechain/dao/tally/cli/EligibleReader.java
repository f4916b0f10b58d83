package com.rechain.dao.tally.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.tally.json.ObjectReader;
import com.rechain.dao.tally.outcome.Eligible;
import java.math.BigInteger;
import java.util.Optional;

/** Reads who could have voted. */
final class EligibleReader {
    private EligibleReader() {}

    static Eligible read(JsonNode given) throws BadFile {
        ObjectReader reader = ObjectReader.of(given);
        reader.only("weight", "voters");
        Optional<BigInteger> weight = reader.decimal("weight");
        Optional<Long> voters = reader.whole("voters", 0, Long.MAX_VALUE);
        if (weight.isEmpty() || voters.isEmpty() || !reader.isFaultless()) {
            throw BadFile.of("eligible", reader.faults().getFirst());
        }
        return new Eligible(weight.get(), voters.get());
    }
}
