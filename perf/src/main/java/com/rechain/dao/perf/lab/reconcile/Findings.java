package com.rechain.dao.perf.lab.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects what a comparison finds; a flood of the same is counted, not listed. */
final class Findings {
    private static final int LISTED = 50;

    private final Map<String, Long> checked = new TreeMap<>();
    private final List<String> mismatches = new ArrayList<>();
    private long count;

    void checked(String what, long many) {
        checked.merge(what, many, Long::sum);
    }

    /** Notes a mismatch when {@code holds} is false. */
    void require(boolean holds, String sentence, @Nullable Object... values) {
        if (!holds) {
            count++;
            if (mismatches.size() < LISTED) {
                mismatches.add(sentence.formatted(values));
            }
        }
    }

    Reconciliation reconciliation() {
        return new Reconciliation(checked, mismatches, count);
    }
}
