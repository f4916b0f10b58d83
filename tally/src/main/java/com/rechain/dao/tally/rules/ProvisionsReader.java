package com.rechain.dao.tally.rules;

import com.rechain.dao.tally.json.ObjectReader;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads {@link Provisions}: every field may be missing. */
final class ProvisionsReader {

    private static final long MINUTES_OF_A_YEAR = 366L * 24 * 60;

    private final ObjectReader reader;

    ProvisionsReader(ObjectReader reader) {
        this.reader = reader;
    }

    Provisions read(Optional<ChangeOfVote> change, Optional<TieRule> ties) {
        return new Provisions(
                part("veto", VetoRule::read),
                part("defaultOption", DefaultOption::read),
                tieSeed(ties),
                finalMinutes(change),
                Optional.ofNullable(part("ending", EndingRule::read)).orElse(EndingRule.FIXED),
                Optional.ofNullable(part("delegation", DelegationRule::read))
                        .orElse(DelegationRule.DIRECT),
                reader.has("survey") && reader.flag("survey").orElse(false));
    }

    private <T> @Nullable T part(String field, Function<ObjectReader, Optional<T>> read) {
        return reader.has(field) ? reader.object(field).flatMap(read).orElse(null) : null;
    }

    private @Nullable String tieSeed(Optional<TieRule> ties) {
        if (ties.equals(Optional.of(TieRule.SEEDED_DRAW))) {
            return Seeds.read("tieSeed", reader).orElse(null);
        }
        if (reader.has("tieSeed")) {
            reader.fault("tieSeed", "seed-without-draw", "A seed belongs to ties SEEDED_DRAW.");
        }
        return null;
    }

    private long finalMinutes(Optional<ChangeOfVote> change) {
        if (change.equals(Optional.of(ChangeOfVote.UNTIL_LAST))) {
            return reader.whole("finalMinutes", 1, MINUTES_OF_A_YEAR).orElse(0L);
        }
        if (reader.has("finalMinutes")) {
            reader.fault(
                    "finalMinutes",
                    "minutes-without-limit",
                    "They belong to changeOfVote UNTIL_LAST.");
        }
        return 0;
    }
}
