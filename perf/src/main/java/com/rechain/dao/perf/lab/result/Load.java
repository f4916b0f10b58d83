package com.rechain.dao.perf.lab.result;

import com.rechain.dao.perf.lab.request.Requests.Slot;
import com.rechain.dao.perf.lab.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.HdrHistogram.Histogram;

/** The requests of a run, counted by second, step and status. */
public final class Load {
    private static final int REFUSED = 429;
    private static final int UNAVAILABLE = 503;

    private final Scenario scenario;
    private final SortedMap<Slot, Histogram> slots;

    public Load(Scenario scenario, SortedMap<Slot, Histogram> slots) {
        this.scenario = scenario;
        this.slots = slots;
    }

    public SortedMap<Slot, Histogram> slots() {
        return slots;
    }

    /** How many seconds it has. */
    public int seconds() {
        return slots.isEmpty() ? 0 : slots.lastKey().second() + 1;
    }

    /** How many requests of the leading step left. */
    public long sent() {
        return count(slot -> scenario.leads(slot.step()));
    }

    public long count(Predicate<Slot> which) {
        return slots.entrySet().stream()
                .filter(entry -> which.test(entry.getKey()))
                .mapToLong(entry -> entry.getValue().getTotalCount())
                .sum();
    }

    /** Answers by status; 0 stands for no answer. */
    public SortedMap<Integer, Long> statuses() {
        SortedMap<Integer, Long> statuses = new TreeMap<>();
        slots.forEach((slot, latency) ->
                statuses.merge(slot.status(), latency.getTotalCount(), Long::sum));
        return statuses;
    }

    /** Latencies of the well answered requests that {@code which} holds for. */
    public Histogram latency(Predicate<Slot> which) {
        Histogram all = new Histogram(2);
        for (Map.Entry<Slot, Histogram> entry : slots.entrySet()) {
            if (good(entry.getKey()) && which.test(entry.getKey())) {
                all.add(entry.getValue());
            }
        }
        return all;
    }

    /** A percentile of the well answered requests of each second, in milliseconds. */
    public Series percentile(String name, double percent) {
        List<Point> points = new ArrayList<>();
        for (int second = 0; second < seconds(); second++) {
            int now = second;
            Histogram latency = latency(slot -> slot.second() == now);
            if (latency.getTotalCount() > 0) {
                points.add(new Point(second, latency.getValueAtPercentile(percent) / 1e3));
            }
        }
        return new Series(name, "ms", points);
    }

    /** How many requests that {@code which} holds for left in each second. */
    public Series perSecond(String name, Predicate<Slot> which) {
        List<Point> points = new ArrayList<>();
        for (int second = 0; second < seconds(); second++) {
            int now = second;
            points.add(new Point(second, count(slot -> slot.second() == now && which.test(slot))));
        }
        return new Series(name, "/s", points);
    }

    /** Well answered requests of the leading step that left in each second. */
    public Series goodput() {
        return perSecond("answered well", slot -> good(slot) && scenario.leads(slot.step()));
    }

    public static boolean good(Slot slot) {
        return slot.status() / 100 == 2 || slot.status() == 304;
    }

    /** Whether it was turned away as overload should be. */
    public static boolean turnedAway(Slot slot) {
        return slot.status() == REFUSED || slot.status() == UNAVAILABLE;
    }
}
