package com.rechain.dao.perf.lab.page;

import com.rechain.dao.perf.lab.request.Requests.Slot;
import com.rechain.dao.perf.lab.result.Load;
import com.rechain.dao.perf.lab.result.Point;
import com.rechain.dao.perf.lab.result.Resources;
import com.rechain.dao.perf.lab.result.RunSummary;
import com.rechain.dao.perf.lab.result.Series;
import com.rechain.dao.perf.lab.scenario.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** All charts of a page, with the other run behind when there is one. */
final class Charts {
    private static final int PERCENT = 100;

    private final Seen run;
    private final @Nullable Seen before;
    private final double seconds;

    /** A run with what its charts are drawn from. */
    record Seen(RunSummary summary, Load load, Resources resources) {}

    Charts(Seen run, @Nullable Seen before) {
        this.run = run;
        this.before = before;
        this.seconds = Math.max(run.summary().cell().seconds(), run.load().seconds());
    }

    String html() {
        StringBuilder all = new StringBuilder("<div class=charts>");
        add(all, chart("Throughput, requests a second", Charts::throughput));
        add(all, chart("Latency, milliseconds", Charts::latency));
        add(all, chart("Answers other than good, by code", Charts::errors));
        add(all, chart("Machine, % busy", Charts::machine).upTo(PERCENT));
        add(all, chart("Processors by process", seen -> busiest(seen.resources().processors())));
        add(all, chart("Memory by process, MB", seen -> busiest(seen.resources().resident())));
        add(
                all,
                chart(
                                "Memory of the machine, %",
                                seen -> List.of(named("in use", seen.resources().memoryPercent())))
                        .upTo(PERCENT));
        add(
                all,
                chart(
                        "Disk and loopback, MB a second",
                        seen ->
                                List.of(
                                        seen.resources().diskWritten(),
                                        seen.resources().loopback())));
        add(all, chart("Database pools, % in use", seen -> seen.resources().pools()).upTo(PERCENT));
        add(all, chart("Database, a second", seen -> seen.resources().database()));
        add(
                all,
                chart(
                        "Cache misses, %",
                        seen ->
                                List.of(
                                        named(
                                                "loaded from a database",
                                                seen.resources().cacheMissPercent()))));
        add(all, chart("Collector pauses, % of the time", seen -> seen.resources().collections()));
        add(all, chart("Queues and lag", seen -> lags(seen.resources())));
        return all.append("</div>").toString();
    }

    private static void add(StringBuilder all, Chart chart) {
        if (!chart.isEmpty()) {
            all.append(chart.html());
        }
    }

    private Chart chart(String title, Function<Seen, List<Series>> series) {
        Chart chart = new Chart(title, seconds, run.summary().bottleneck().second());
        Seen earlier = before;
        if (earlier != null) {
            chart.with(series.apply(earlier), true);
        }
        return chart.with(series.apply(run), false);
    }

    private static List<Series> throughput(Seen seen) {
        Cell cell = seen.summary().cell();
        List<Point> due =
                IntStream.range(0, cell.seconds())
                        .mapToObj(second -> new Point(second, cell.intendedIn(second)))
                        .toList();
        // The last one is drawn on top.
        return List.of(
                new Series("due", "/s", due),
                seen.load().perSecond("sent", slot -> cell.scenario().leads(slot.step())),
                seen.load().goodput());
    }

    private static List<Series> latency(Seen seen) {
        return List.of(
                seen.load().percentile("half within", 50),
                seen.load().percentile("95 of 100 within", 95),
                seen.load().percentile("99 of 100 within", 99));
    }

    private static List<Series> errors(Seen seen) {
        return seen.load().statuses().keySet().stream()
                .filter(status -> !Load.good(new Slot(0, "", status)))
                .map(status ->
                        seen.load()
                                .perSecond(
                                        status == 0 ? "no answer" : Integer.toString(status),
                                        slot -> slot.status() == status))
                .toList();
    }

    private static List<Series> machine(Seen seen) {
        return List.of(
                named("processors", seen.resources().cpuPercent()),
                named("disk", seen.resources().diskPercent()),
                named("network", seen.resources().networkPercent()));
    }

    /** Lines that lie on the axis all the time say nothing. */
    private static List<Series> lags(Resources resources) {
        return resources.lags().stream().filter(series -> series.max() > 0).toList();
    }

    private static List<Series> busiest(List<Series> all) {
        List<Series> some = new ArrayList<>(all);
        some.sort((one, other) -> Double.compare(other.max(), one.max()));
        return some.subList(0, Math.min(8, some.size()));
    }

    private static Series named(String name, Series series) {
        return new Series(name, series.unit(), series.points());
    }
}
