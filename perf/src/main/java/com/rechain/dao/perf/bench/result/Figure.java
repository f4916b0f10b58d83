package com.rechain.dao.perf.bench.result;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.rechain.dao.perf.model.Median;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a row over all rounds, next to that of the peer in the same rounds.
 *
 * @param goal what the figure itself must be, if anything
 * @param ratioGoal what it must be divided by the peer's, if anything
 * @param rounds the figure of each round
 * @param peerRounds the peer's, in the same order; empty without a peer
 * @param cpuMicros processor time of the platform for a request in each round that tells it
 * @param generatorMicros the generator's own
 * @param reason why there is no figure; empty when there is one
 */
public record Figure(
        String name,
        String unit,
        @Nullable Bound goal,
        @Nullable Bound ratioGoal,
        List<Double> rounds,
        List<Double> peerRounds,
        List<Double> cpuMicros,
        List<Double> generatorMicros,
        String reason) {

    public Figure {
        rounds = List.copyOf(rounds);
        peerRounds = List.copyOf(peerRounds);
        cpuMicros = List.copyOf(cpuMicros);
        generatorMicros = List.copyOf(generatorMicros);
        if (!peerRounds.isEmpty() && peerRounds.size() != rounds.size()) {
            throw new IllegalArgumentException(name + " has rounds without its peer's");
        }
    }

    /** The median of the rounds; none when nothing was measured. */
    @JsonIgnore
    public OptionalDouble median() {
        return middle(rounds);
    }

    @JsonIgnore
    public OptionalDouble peerMedian() {
        return middle(peerRounds);
    }

    /** The figure divided by the peer's, round by round: what disturbed one disturbed both. */
    @JsonIgnore
    public List<Double> ratios() {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < peerRounds.size(); i++) {
            ratios.add(rounds.get(i) / peerRounds.get(i));
        }
        return ratios;
    }

    @JsonIgnore
    public OptionalDouble ratio() {
        return middle(ratios());
    }

    /** The lowest and the highest round. */
    @JsonIgnore
    public Optional<Spread> spread() {
        return Spread.of(rounds);
    }

    @JsonIgnore
    public Verdict verdict() {
        boolean ratioIsMissing = ratioGoal != null && peerRounds.isEmpty();
        if (!reason.isEmpty() || rounds.isEmpty() || (ratioIsMissing && goal == null)) {
            return Verdict.NOT_MEASURED;
        }
        if (goal == null && ratioGoal == null) {
            return Verdict.SHOWN;
        }
        boolean met = holds(goal, median()) && (ratioIsMissing || holds(ratioGoal, ratio()));
        return met ? Verdict.MET : Verdict.MISSED;
    }

    /** Whether smaller is better; without any goal nobody knows, and larger is taken to be. */
    @JsonIgnore
    public boolean smallerIsBetter() {
        Bound told = goal == null ? ratioGoal : goal;
        return told != null && told.smallerIsBetter();
    }

    static OptionalDouble middle(List<Double> figures) {
        return figures.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Median.of(figures));
    }

    private static boolean holds(@Nullable Bound bound, OptionalDouble figure) {
        return bound == null || (figure.isPresent() && bound.holds(figure.getAsDouble()));
    }
}
