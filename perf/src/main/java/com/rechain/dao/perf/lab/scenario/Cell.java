package com.rechain.dao.perf.lab.scenario;

import java.util.List;

/** One test: a scenario in a course, at a scale. */
public record Cell(
        TestType type, Scenario scenario, Scale scale, List<Phase> phases, Data data, Goals goals) {
    public Cell {
        phases = List.copyOf(phases);
    }

    /** As people write it: {@code spike/voting}. */
    public String name() {
        return type.text() + "/" + scenario.text();
    }

    public int seconds() {
        return phases.stream().mapToInt(Phase::seconds).sum();
    }

    /** How many requests of the leading step are due in all. */
    public double intended() {
        return phases.stream().mapToDouble(Phase::intended).sum();
    }

    /** How many are due in the {@code second}-th second, from 0. */
    public double intendedIn(int second) {
        double due = 0;
        double begin = second;
        for (Phase phase : phases) {
            due += phase.intended(begin, begin + 1);
            begin -= phase.seconds();
        }
        return due;
    }

    /** The highest rate of the course. */
    public int peak() {
        return phases.stream()
                .mapToInt(phase -> Math.max(phase.from(), phase.to()))
                .max()
                .orElse(0);
    }

    /** When the first phase at the highest rate has ended, in seconds from the start. */
    public int peakEnd() {
        int elapsed = 0;
        int end = 0;
        for (Phase phase : phases) {
            elapsed += phase.seconds();
            if (phase.to() == peak()) {
                end = elapsed;
            }
        }
        return end;
    }
}
