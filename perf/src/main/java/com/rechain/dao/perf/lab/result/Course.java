package com.rechain.dao.perf.lab.result;

import com.rechain.dao.perf.lab.scenario.Cell;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.HdrHistogram.Histogram;

/**
 * What the course of a run shows: where its knee was, what was left beyond it, and how soon a spike
 * was over.
 */
final class Course {
    private static final double WELL = 0.97;
    private static final double TOP_SHARE = 0.1;
    private static final double RECOVERED = 2;
    private static final double NOISE_MILLIS = 20;

    private final Cell cell;
    private final Load load;
    private final List<Point> goodput;

    Course(Cell cell, Load load) {
        this.cell = cell;
        this.load = load;
        this.goodput = load.goodput().points();
    }

    /** The second with the highest rate that was answered well; the last one when all were. */
    int kneeSecond() {
        int knee = 0;
        double best = 0;
        for (int second = 0; second < Math.min(cell.seconds(), goodput.size()); second++) {
            double due = cell.intendedIn(second);
            if (smoothed(second) >= WELL * due && due >= best) {
                best = due;
                knee = second;
            }
        }
        return knee;
    }

    /** Well answered a second at the knee. */
    double knee() {
        return smoothed(kneeSecond());
    }

    /** What is still answered well at the top of the course, of what is at the knee, in percent. */
    double goodputPercent() {
        int end = Math.min(cell.peakEnd(), goodput.size());
        int begin = Math.max(0, end - Math.max(1, (int) (end * TOP_SHARE)));
        double top =
                goodput.subList(begin, end).stream().mapToDouble(Point::value).average().orElse(0);
        return knee() == 0 ? 0 : 100 * top / knee();
    }

    /**
     * Seconds from the end of the spike until the latency is as before; empty when it never was.
     */
    OptionalInt recoverySeconds() {
        int first = cell.phases().getFirst().seconds();
        double before = p99(slotsIn(0, first));
        int end = cell.peakEnd();
        for (int second = end; second < load.seconds(); second++) {
            double now = p99(slotsIn(second, second + 1));
            if (now <= Math.max(RECOVERED * before, before + NOISE_MILLIS)) {
                return OptionalInt.of(second - end);
            }
        }
        return OptionalInt.empty();
    }

    private static Predicate<com.rechain.dao.perf.lab.request.Requests.Slot> slotsIn(
            int begin, int end) {
        return slot -> slot.second() >= begin && slot.second() < end;
    }

    private double p99(Predicate<com.rechain.dao.perf.lab.request.Requests.Slot> which) {
        Histogram latency = load.latency(which);
        return latency.getValueAtPercentile(99) / 1e3;
    }

    /** Over three seconds: a request that leaves a moment late counts for the next one. */
    private double smoothed(int second) {
        int begin = Math.max(0, second - 1);
        int end = Math.min(goodput.size(), second + 2);
        return goodput.subList(begin, end).stream().mapToDouble(Point::value).average().orElse(0);
    }
}
