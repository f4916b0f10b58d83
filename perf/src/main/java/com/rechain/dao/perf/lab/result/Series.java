package com.rechain.dao.perf.lab.result;

import java.util.List;

/** A figure over the seconds of a run. */
public record Series(String name, String unit, List<Point> points) {
    public Series {
        points = List.copyOf(points);
    }

    public boolean isEmpty() {
        return points.isEmpty();
    }

    /** The part from {@code begin} to {@code end}. */
    public Series within(double begin, double end) {
        return new Series(
                name,
                unit,
                points.stream()
                        .filter(point -> point.second() >= begin && point.second() <= end)
                        .toList());
    }

    public double mean() {
        return points.stream().mapToDouble(Point::value).average().orElse(0);
    }

    public double max() {
        return points.stream().mapToDouble(Point::value).max().orElse(0);
    }
}
