package com.rechain.dao.perf.bench.trial;

import java.util.List;

/**
 * What a row is, in one place.
 *
 * @param name what {@code ./dao bench} calls it
 * @param what it measures, in a sentence
 * @param peer what it measures against; empty when against nothing
 * @param how it is measured
 * @param targets its figures
 */
public record RowDeclaration(
        String name, String what, String peer, String how, List<Target> targets) {

    public RowDeclaration {
        targets = List.copyOf(targets);
    }

    public static RowDeclaration of(
            String name, String what, String peer, String how, Target... targets) {
        return new RowDeclaration(name, what, peer, how, List.of(targets));
    }
}
