package com.rechain.dao.perf.bench.trial;

import com.rechain.dao.perf.bench.result.Figure;
import com.rechain.dao.perf.bench.result.RowResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Collects what the rounds of one row find. */
public final class Findings {
    private final RowDeclaration declaration;
    private final Map<String, Series> series = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    Findings(RowDeclaration declaration) {
        this.declaration = declaration;
        declaration.targets().forEach(target -> series.put(target.name(), new Series()));
    }

    private static final class Series {
        private final List<Double> rounds = new ArrayList<>();
        private final List<Double> peers = new ArrayList<>();
        private final List<Double> cpu = new ArrayList<>();
        private final List<Double> generator = new ArrayList<>();
        private final Set<String> reasons = new TreeSet<>();
    }

    /** A round's figure. */
    public void add(Target target, double figure) {
        of(target).rounds.add(figure);
    }

    /** A round's figure and the peer's in the same round. */
    public void add(Target target, double figure, double peer) {
        add(target, figure);
        of(target).peers.add(peer);
    }

    /** What a request cost the platform in a round, and what it cost the generator. */
    public void cost(Target target, Loaded loaded) {
        of(target).cpu.add(loaded.cpuMicros());
        of(target).generator.add(loaded.result().generatorMicros());
    }

    /** Why a figure is no figure, whatever rounds it has. */
    public void missing(Target target, String reason) {
        of(target).reasons.add(reason);
    }

    /** Why none of the figures that have no round yet will get one. */
    public void missing(String reason) {
        for (Series one : series.values()) {
            if (one.rounds.isEmpty() && one.reasons.isEmpty()) {
                one.reasons.add(reason);
            }
        }
    }

    /** What else is worth knowing; twice the same counts once. */
    public void note(String note) {
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }

    RowResult result() {
        List<Figure> figures =
                declaration.targets().stream().map(target -> figure(target)).toList();
        return new RowResult(
                declaration.name(),
                declaration.what(),
                declaration.peer(),
                declaration.how(),
                figures,
                notes);
    }

    private Figure figure(Target target) {
        Series found = of(target);
        // A peer that failed in some round cannot be compared with at all.
        boolean paired = found.peers.size() == found.rounds.size();
        return new Figure(
                target.name(),
                target.unit(),
                target.goal(),
                target.ratioGoal(),
                found.rounds,
                paired ? found.peers : List.of(),
                found.cpu,
                found.generator,
                String.join("; ", found.reasons));
    }

    private Series of(Target target) {
        Series found = series.get(target.name());
        if (found == null) {
            throw new IllegalArgumentException(
                    declaration.name() + " did not declare " + target.name());
        }
        return found;
    }
}
