package com.rechain.dao.perf.lab.result;

import com.rechain.dao.perf.lab.scenario.Cell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The most saturated resource at the knee: of a ramp where it stopped being answered well, of
 * another course at its highest rate.
 *
 * @param second of the run that was looked at
 * @param resource what was fullest
 * @param percent how full
 * @param others the rest, fullest first
 */
public record Bottleneck(int second, String resource, double percent, List<Share> others) {
    private static final double WINDOW_SECONDS = 2;
    private static final double SATURATED = 70;

    /** How full a resource was. */
    public record Share(String resource, double percent) {}

    public Bottleneck {
        others = List.copyOf(others);
    }

    /** Whether it was full enough to hold the run up. */
    public boolean saturated() {
        return percent >= SATURATED;
    }

    public static Bottleneck of(Cell cell, Load load, Resources resources) {
        int second = new Course(cell, load).kneeSecond();
        List<Share> shares = new ArrayList<>();
        add(shares, "processors of the machine", resources.cpuPercent(), second);
        add(shares, "memory of the machine", resources.memoryPercent(), second);
        add(shares, "disk", resources.diskPercent(), second);
        add(shares, "network", resources.networkPercent(), second);
        resources
                .pools()
                .forEach(pool ->
                        add(shares, "database connections of " + pool.name(), pool, second));
        resources
                .collections()
                .forEach(gc -> add(shares, "garbage collection of " + gc.name(), gc, second));
        // A queue that holds something is fed faster than it is emptied.
        Series queued = near(resources.passwordsQueued(), second);
        shares.add(new Share("password hashing", queued.mean() >= 1 ? 100 : 0));
        shares.sort(Comparator.comparingDouble(Share::percent).reversed());
        Share first = shares.getFirst();
        return new Bottleneck(
                second, first.resource(), first.percent(), shares.subList(1, shares.size()));
    }

    private static void add(List<Share> shares, String resource, Series series, int second) {
        Series near = near(series, second);
        if (!near.isEmpty()) {
            shares.add(new Share(resource, near.mean()));
        }
    }

    private static Series near(Series series, int second) {
        return series.within(second - WINDOW_SECONDS, second + WINDOW_SECONDS);
    }
}
