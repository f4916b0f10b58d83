package com.rechain.dao.perf.lab.result;

import com.rechain.dao.perf.cli.UsageException;
import com.rechain.dao.perf.observe.Observation;
import com.rechain.dao.perf.observe.Timeline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** What was seen of the platform during a run, as series over its seconds. */
public final class Observations {
    private final List<Observation> seconds;
    private final long begin;

    private Observations(List<Observation> seconds, long begin) {
        this.seconds = seconds;
        this.begin = begin;
    }

    /**
     * @param folder of the run
     * @param begin of the run, in milliseconds since 1970
     * @throws UsageException when they are not there, or not whole
     */
    public static Observations read(Path folder, long begin) throws IOException {
        return new Observations(Timeline.read(folder), begin);
    }

    /** All of them, in the order of time; at least two. */
    public List<Observation> seconds() {
        return seconds;
    }

    /** The sources that ever showed a figure. */
    SortedSet<String> sources(String name) {
        SortedSet<String> sources = new TreeSet<>();
        for (Observation second : seconds) {
            second.sources()
                    .forEach((source, figures) -> {
                        if (figures.keySet().stream()
                                .map(Observation::nameOf)
                                .anyMatch(name::equals)) {
                            sources.add(source);
                        }
                    });
        }
        return sources;
    }

    /** A figure as it stood. */
    Series gauge(String name, String unit, ToDoubleFunction<Observation> figure) {
        List<Point> points = new ArrayList<>();
        for (Observation second : seconds) {
            add(points, second, figure.applyAsDouble(second));
        }
        return new Series(name, unit, points);
    }

    /** How much a counter grew for each second between two looks. */
    Series rate(String name, String unit, ToDoubleFunction<Observation> counter) {
        List<Point> points = new ArrayList<>();
        for (int i = 1; i < seconds.size(); i++) {
            double elapsed = (at(seconds.get(i)) - at(seconds.get(i - 1))) / 1e3;
            double grown = grown(i, counter);
            if (elapsed > 0 && grown >= 0) {
                add(points, seconds.get(i), grown / elapsed);
            }
        }
        return new Series(name, unit, points);
    }

    /** How much one counter grew for each step of another, times {@code factor}. */
    Series ratio(
            String name,
            String unit,
            double factor,
            ToDoubleFunction<Observation> part,
            ToDoubleFunction<Observation> whole) {
        List<Point> points = new ArrayList<>();
        for (int i = 1; i < seconds.size(); i++) {
            double all = grown(i, whole);
            if (all > 0) {
                add(points, seconds.get(i), factor * Math.max(0, grown(i, part)) / all);
            }
        }
        return new Series(name, unit, points);
    }

    private double grown(int i, ToDoubleFunction<Observation> counter) {
        return counter.applyAsDouble(seconds.get(i)) - counter.applyAsDouble(seconds.get(i - 1));
    }

    private void add(List<Point> points, Observation second, double value) {
        if (Double.isFinite(value)) {
            points.add(new Point((at(second) - begin) / 1e3, value));
        }
    }

    private static long at(Observation second) {
        return second.at().toEpochMilli();
    }
}
