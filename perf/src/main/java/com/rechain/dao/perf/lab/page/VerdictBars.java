package com.rechain.dao.perf.lab.page;

import com.rechain.dao.perf.lab.result.Verdict;
import com.rechain.dao.perf.lab.scenario.Band;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A verdict as a bar: how far the figure is from its target, warning and critical value. */
final class VerdictBars {
    private static final double FULL = 100;
    private static final Map<String, String> NAMES =
            Map.of(
                    "errorPercent", "Errors",
                    "cpuPercent", "Processors",
                    "memoryPercent", "Memory",
                    "diskPercent", "Disk",
                    "networkPercent", "Network",
                    "databaseConnections", "Database connections",
                    "cacheMissPercent", "Cache misses",
                    "p95 latency", "Latency, 95 of 100",
                    "p99 latency", "Latency, 99 of 100");

    private VerdictBars() {}

    static String of(List<Verdict> verdicts, String kind) {
        StringBuilder rows = new StringBuilder("<div class=scales>");
        for (Verdict verdict : verdicts) {
            if (verdict.kind().equals(kind)) {
                rows.append(row(verdict));
            }
        }
        return rows.append("</div>").toString();
    }

    private static String row(Verdict verdict) {
        String place = place(verdict);
        return """
        <div class="scale %s"><span class=n>%s</span><span class=v>%s</span><span class=p>%s</span>
        <span class=bar>%s<i style="width:%s%%"></i></span><span class=t>%s</span></div>
        """
                .formatted(
                        verdict.place().name().toLowerCase(Locale.ROOT),
                        Html.text(NAMES.getOrDefault(verdict.name(), capital(verdict.name()))),
                        Html.number(verdict.measured()) + Html.unit(verdict.unit()),
                        place,
                        marks(verdict),
                        share(verdict, verdict.measured()),
                        limits(verdict));
    }

    private static String place(Verdict verdict) {
        boolean goal = verdict.kind().equals("goal");
        return switch (verdict.place()) {
            case TARGET -> goal ? "reached" : "on target";
            case ABOVE_TARGET -> goal ? "missed" : "above target";
            case WARNING -> "warning";
            case CRITICAL -> "critical";
        };
    }

    private static String limits(Verdict verdict) {
        String target =
                (verdict.atLeast() ? "at least " : "at most ")
                        + Html.number(verdict.target())
                        + Html.unit(verdict.unit());
        Double warning = verdict.warning();
        Double critical = verdict.critical();
        if (warning == null || critical == null) {
            return target;
        }
        return "%s, warning %s, critical %s"
                .formatted(target, Html.number(warning), Html.number(critical));
    }

    private static String marks(Verdict verdict) {
        StringBuilder marks = new StringBuilder();
        marks.append(mark(verdict, verdict.target(), Band.Place.TARGET));
        Double warning = verdict.warning();
        Double critical = verdict.critical();
        if (warning != null && critical != null) {
            marks.append(mark(verdict, warning, Band.Place.WARNING));
            marks.append(mark(verdict, critical, Band.Place.CRITICAL));
        }
        return marks.toString();
    }

    private static String mark(Verdict verdict, double value, Band.Place place) {
        return "<u class=%s style=\"left:%s%%\"></u>"
                .formatted(place.name().toLowerCase(Locale.ROOT), share(verdict, value));
    }

    /** Of the bar, which ends a little behind the last mark. */
    private static String share(Verdict verdict, double value) {
        Double critical = verdict.critical();
        double full = (critical == null ? verdict.target() : critical) * 1.15;
        double share = full == 0 ? 0 : FULL * Math.clamp(value / full, 0.004, 1);
        return String.format(Locale.ROOT, "%.1f", share);
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
