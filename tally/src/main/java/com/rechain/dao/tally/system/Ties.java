package com.rechain.dao.tally.system;

import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.Seeds;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What the rules make of a shared lead. */
final class Ties {

    private Ties() {}

    /** The one of {@code level} that a draw takes; empty where nothing is level or drawn. */
    static Optional<Integer> draw(Rules rules, List<Integer> level) {
        return switch (rules.ties()) {
            case DEFEAT, STATUS_QUO, RUNOFF -> Optional.empty();
            case SEEDED_DRAW ->
                    level.size() < 2
                            ? Optional.empty()
                            : Optional.of(
                                    Seeds.draw(
                                            Objects.requireNonNull(rules.provisions().tieSeed()),
                                            level));
        };
    }

    /** Whether the outcome says that it was a tie. */
    static boolean isLeftAsTie(Rules rules) {
        return switch (rules.ties()) {
            case STATUS_QUO, RUNOFF -> true;
            case DEFEAT, SEEDED_DRAW -> false;
        };
    }
}
