package com.rechain.dao.perf.lab.reconcile;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the comparison found.
 *
 * @param checked how many things of each kind were compared
 * @param mismatches the first of each kind in words; none is the only good answer
 * @param mismatchCount all of them
 */
public record Reconciliation(
        Map<String, Long> checked, List<String> mismatches, long mismatchCount) {
    public Reconciliation {
        checked = new TreeMap<>(checked);
        mismatches = List.copyOf(mismatches);
    }

    public boolean holds() {
        return mismatchCount == 0;
    }
}
