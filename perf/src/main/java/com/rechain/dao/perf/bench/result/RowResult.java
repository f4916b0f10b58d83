package com.rechain.dao.perf.bench.result;

import java.util.List;

/**
 * What one row found.
 *
 * @param peer what it was measured against; empty when against nothing
 * @param how how it was measured
 * @param notes what else is worth knowing
 */
public record RowResult(
        String name,
        String what,
        String peer,
        String how,
        List<Figure> figures,
        List<String> notes) {

    public RowResult {
        figures = List.copyOf(figures);
        notes = List.copyOf(notes);
    }
}
