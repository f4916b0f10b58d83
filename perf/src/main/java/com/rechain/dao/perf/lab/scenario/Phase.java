package com.rechain.dao.perf.lab.scenario;

/** A part of a test's course: the rate goes evenly from one to another, both per second. */
public record Phase(int seconds, int from, int to) {

    /** How many requests are due. */
    public double intended() {
        return seconds * (from + to) / 2.0;
    }

    /** How many are due within the part from {@code begin} to {@code end}, in seconds. */
    double intended(double begin, double end) {
        double first = Math.clamp(begin, 0, seconds);
        double last = Math.clamp(end, 0, seconds);
        return (last - first) * (rateAt(first) + rateAt(last)) / 2;
    }

    private double rateAt(double second) {
        return from + (to - from) * second / seconds;
    }
}
