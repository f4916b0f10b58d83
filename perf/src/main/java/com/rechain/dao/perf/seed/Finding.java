package com.rechain.dao.perf.seed;

import java.util.ArrayList;
import java.util.List;

/** What a check has found out. */
final class Finding {
    private static final int SHOWN = 5;

    private final String claim;
    private final List<String> examples = new ArrayList<>();
    private long looked;
    private long broken;

    Finding(String claim) {
        this.claim = claim;
    }

    /** Looked at {@code count} more things. */
    void looked(long count) {
        looked += count;
    }

    /** Found that something is not as claimed. */
    void broken(String example) {
        broken++;
        if (examples.size() < SHOWN) {
            examples.add(example);
        }
    }

    /** Claims that two things are equal. */
    void equal(Object what, Object expected, Object actual) {
        looked++;
        if (!expected.equals(actual)) {
            broken("%s: %s, not %s".formatted(what, actual, expected));
        }
    }

    boolean holds() {
        return broken == 0;
    }

    String line() {
        return holds()
                ? "  holds   %,12d  %s".formatted(looked, claim)
                : "  BROKEN  %,12d  %s: %,d are not so, such as %s"
                        .formatted(looked, claim, broken, String.join("; ", examples));
    }
}
