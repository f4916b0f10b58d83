package com.rechain.dao.perf.capacity;

import java.util.Locale;

/** Plans and demands as tables. */
final class PlanText {
    private PlanText() {}

    static String of(Demands demands, CapacityPlan plan) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "%,d users, %,.0f requests a second, mean response %.1f ms",
                plan.users(),
                plan.perSecond(),
                plan.responseMillis());
        line(text, "| station | cores busy | instances | utilisation | connections of each pool |");
        line(text, "|---|---|---|---|---|");
        for (CapacityPlan.Station station : plan.stations()) {
            line(
                    text,
                    "| %s | %.2f | %d | %.0f %% | %s |",
                    station.name(),
                    station.cores(),
                    station.instances(),
                    100 * station.utilisation(),
                    station.connections() == 0 ? "-" : station.connections());
        }
        line(
                text,
                "%d database connections in all, %d partitions a topic, %,.0f MB in processes of"
                        + " this size",
                plan.connections(),
                plan.partitions(),
                plan.residentBytes(demands) / 1e6);
        line(
                text,
                "Next bottleneck: %s, at the target of %.0f %% with %,d users",
                plan.nextBottleneck().name(),
                100 * CapacityPlan.TARGET,
                plan.usersUntilNextBottleneck());
        return text.toString();
    }

    static String of(Demands demands) {
        StringBuilder text = new StringBuilder();
        line(text, "| request | station | CPU, us | connection busy, ms |");
        line(text, "|---|---|---|---|");
        demands.cpuMicros()
                .forEach((kind, stations) ->
                        stations.forEach((station, micros) ->
                                line(
                                        text,
                                        "| %s | %s | %.0f | %.2f |",
                                        kind,
                                        station,
                                        micros,
                                        demands.heldMillis()
                                                .get(kind)
                                                .getOrDefault(station, 0.0))));
        return text.toString();
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
