package com.rechain.dao.perf.lab.result;

import com.rechain.dao.perf.lab.scenario.Band;
import com.rechain.dao.perf.lab.scenario.Bands;
import com.rechain.dao.perf.lab.scenario.Cell;
import com.rechain.dao.perf.lab.scenario.Goals;
import com.rechain.dao.perf.lab.scenario.TestType;
import java.util.ArrayList;
import java.util.List;

/** Holds the figures of a run against the brief's tables and the cell's goals. */
public final class Judge {
    private final Cell cell;
    private final Bands bands;

    public Judge(Cell cell, Bands bands) {
        this.cell = cell;
        this.bands = bands;
    }

    /** All verdicts, the brief's first. */
    public List<Verdict> verdicts(Load load, Resources resources) {
        List<Verdict> verdicts = new ArrayList<>();
        double p95 = leading(load, 95);
        verdicts.add(
                Verdict.band(
                        "p95 latency", "ms", p95, known(bands.latency().get(cell.scenario()))));
        verdicts.add(resource("errorPercent", "%", errorPercent(load)));
        during(verdicts, "cpuPercent", resources.cpuPercent());
        during(verdicts, "memoryPercent", resources.memoryPercent());
        during(verdicts, "diskPercent", resources.diskPercent());
        during(verdicts, "networkPercent", resources.networkPercent());
        verdicts.add(
                resource("databaseConnections", "", run(resources.databaseConnections()).max()));
        during(verdicts, "cacheMissPercent", resources.cacheMissPercent());
        goals(verdicts, load, resources);
        return verdicts;
    }

    /** Requests that were answered neither well nor as overload should be, in percent. */
    double errorPercent(Load load) {
        long all = load.count(_ -> true);
        return all == 0 ? 100 : 100.0 * errors(load) / all;
    }

    /** How many those are. */
    public long errors(Load load) {
        return load.count(
                slot -> !Load.good(slot) && !(cell.type().mayBeRefused() && Load.turnedAway(slot)));
    }

    private void goals(List<Verdict> verdicts, Load load, Resources resources) {
        Goals goals = cell.goals();
        Course course = new Course(cell, load);
        Double p99 = goals.p99Millis();
        if (p99 != null) {
            verdicts.add(Verdict.atMost("p99 latency", "ms", leading(load, 99), p99));
        }
        Double knee = goals.kneePerSecond();
        if (knee != null) {
            verdicts.add(Verdict.atLeast("knee", "/s", course.knee(), knee));
        }
        Double goodput = goals.goodputPercent();
        if (goodput != null) {
            String name = "goodput at the top, of the knee";
            verdicts.add(Verdict.atLeast(name, "%", course.goodputPercent(), goodput));
        }
        Double recovery = goals.recoverySeconds();
        if (recovery != null && cell.type() == TestType.SPIKE) {
            int never = Math.max(1, load.seconds() - cell.peakEnd());
            int after = course.recoverySeconds().orElse(never);
            verdicts.add(Verdict.atMost("recovery", "s", after, recovery));
        }
        Double hits = goals.hitPercent();
        if (hits != null) {
            double hit = 100 - run(resources.cacheMissPercent()).mean();
            verdicts.add(Verdict.atLeast("cache hits", "%", hit, hits));
        }
    }

    private void during(List<Verdict> verdicts, String name, Series series) {
        Series run = run(series);
        if (!run.isEmpty()) {
            verdicts.add(resource(name, "%", run.mean()));
        }
    }

    private Series run(Series series) {
        return series.within(0, cell.seconds() + 1.0);
    }

    private Verdict resource(String name, String unit, double measured) {
        return Verdict.band(name, unit, measured, known(bands.resources().get(name)));
    }

    private double leading(Load load, double percent) {
        return load.latency(slot -> cell.scenario().leads(slot.step()))
                        .getValueAtPercentile(percent)
                / 1e3;
    }

    private static Band known(@org.jspecify.annotations.Nullable Band band) {
        if (band == null) {
            throw new IllegalStateException("the schema let a band be missing");
        }
        return band;
    }
}
