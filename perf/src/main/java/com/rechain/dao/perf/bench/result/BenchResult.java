package com.rechain.dao.perf.bench.result;

import java.util.List;

/**
 * All that one run of {@code ./dao bench} found.
 *
 * @param format of this document; another one cannot be read
 * @param at when it began, ISO 8601
 * @param commit what was measured; with a plus sign when files had been changed since
 */
public record BenchResult(
        int format, String at, String commit, MachineFacts machine, List<RowResult> rows) {
    public static final int FORMAT = 1;

    public BenchResult {
        rows = List.copyOf(rows);
    }
}
