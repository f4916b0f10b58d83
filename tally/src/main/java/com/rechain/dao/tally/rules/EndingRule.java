package com.rechain.dao.tally.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.tally.json.ObjectReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may move the end of a vote.
 *
 * @param extensionSeconds the vote goes on for so long after the first ballot that reaches the
 *     quorum, if that comes later than so long before the end (OpenZeppelin's
 *     GovernorPreventLateQuorum): once, and never to an earlier end; 0 for never
 * @param superQuorum weight in favour with which the vote ends at once as passed, where it passes
 *     (OpenZeppelin's GovernorSuperQuorum); null for never
 * @param early whether the vote ends as soon as nothing that is still to come could change its
 *     outcome
 */
public record EndingRule(
        long extensionSeconds, @Nullable MinimumApproval superQuorum, boolean early) {

    public static final long LONGEST_EXTENSION = 366L * 24 * 60 * 60;

    /** The end stays where it was set. */
    public static final EndingRule FIXED = new EndingRule(0, null, false);

    static Optional<EndingRule> read(ObjectReader reader) {
        reader.only("extensionSeconds", "superQuorum", "early");
        Optional<Long> extension =
                reader.has("extensionSeconds")
                        ? reader.whole("extensionSeconds", 0, LONGEST_EXTENSION)
                        : Optional.of(0L);
        Optional<MinimumApproval> superQuorum =
                reader.has("superQuorum")
                        ? reader.object("superQuorum").flatMap(MinimumApproval::read)
                        : Optional.empty();
        Optional<Boolean> early =
                reader.has("early") ? reader.flag("early") : Optional.of(Boolean.FALSE);
        return extension.isEmpty() || early.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new EndingRule(extension.get(), superQuorum.orElse(null), early.get()));
    }

    /** Whether the vote may end before its time. */
    public boolean mayEndEarly() {
        return early || superQuorum != null;
    }

    void write(ObjectNode target) {
        if (extensionSeconds > 0) {
            target.put("extensionSeconds", Long.toString(extensionSeconds));
        }
        if (superQuorum != null) {
            superQuorum.write(target.putObject("superQuorum"));
        }
        if (early) {
            target.put("early", true);
        }
    }
}
