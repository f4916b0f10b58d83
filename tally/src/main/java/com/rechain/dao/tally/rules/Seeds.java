package com.rechain.dao.tally.rules;

import com.rechain.dao.tally.json.ObjectReader;
import com.rechain.dao.tally.json.Sha256;
import com.rechain.dao.tally.json.UnicodeText;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Draws by a seed that was published before the vote, which anyone can repeat. */
public final class Seeds {

    private static final int LONGEST = 200;

    private Seeds() {}

    /** Draws one of the options: the one whose SHA-256 of {@code seed:option} is the lowest. */
    public static int draw(String seed, Collection<Integer> options) {
        return options.stream()
                .min(Comparator.comparing(option -> Sha256.hex(seed + ":" + option)))
                .orElseThrow();
    }

    static Optional<String> read(String field, ObjectReader reader) {
        Optional<String> seed = reader.text(field);
        if (seed.isPresent() && (seed.get().isEmpty() || seed.get().length() > LONGEST)) {
            reader.fault(field, "length", "1 to %d characters are expected.".formatted(LONGEST));
            return Optional.empty();
        }
        if (seed.isPresent() && !UnicodeText.isWellFormed(seed.get())) {
            // It would have no canonical form, and so the rules no hash.
            reader.fault(field, "well-formed-text", "Well-formed Unicode is expected.");
            return Optional.empty();
        }
        return seed;
    }
}
