package com.rechain.dao.perf.bench;

import com.rechain.dao.devstack.fleet.ServiceInstance;
import com.rechain.dao.devstack.fleet.ServiceName;
import com.rechain.dao.perf.peer.Container;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * From the start of a container until it is ready, with the image's AOT cache and without, in turn;
 * one more instance beside a platform that runs, as an autoscaler adds it.
 */
final class StartupRow implements Bench.Row {
    private static final int PAIRS = 5;
    private static final String WITH = "-XX:AOTMode=on";
    private static final String WITHOUT = "-XX:AOTMode=off";

    @Override
    public void measure(BenchPlatform platform) throws Exception {
        Table table =
                new Table(
                        "service",
                        "with, ms",
                        "from - to",
                        "without, ms",
                        "from - to",
                        "ratio",
                        "image, MB");
        for (ServiceName service : ServiceName.values()) {
            measure(platform.instance(service), table);
        }
        System.out.println();
        System.out.println(table);
        System.out.println(
                "Medians of " + PAIRS + " pairs each, containers limited to 2 CPUs and 512 MB.");
    }

    private static void measure(ServiceInstance instance, Table table)
            throws IOException, InterruptedException {
        String image = "rechain-dao/" + instance.service().text() + ":" + version();
        List<Long> with = new ArrayList<>();
        List<Long> without = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            with.add(once(image, instance, WITH));
            without.add(once(image, instance, WITHOUT));
        }
        table.row(
                instance.service().text(),
                median(with),
                range(with),
                median(without),
                range(without),
                "%.2f".formatted((double) median(with) / median(without)),
                Container.megabytes(image));
    }

    private static long once(String image, ServiceInstance instance, String options)
            throws IOException, InterruptedException {
        Map<String, String> variables = new HashMap<>(instance.variables());
        int management = Container.freePort();
        variables.put("DAO_HTTP_PORT", Integer.toString(Container.freePort()));
        variables.put("DAO_MANAGEMENT_PORT", Integer.toString(management));
        variables.put("DAO_DB_MIGRATE_AT_START", "false");
        variables.put("JAVA_OPTS_APPEND", options);
        try (Container container = Container.create(image, variables)) {
            Duration took = container.startUntilReady(management);
            System.out.printf(
                    "  %-18s %-16s %5d ms%n", instance.service().text(), options, took.toMillis());
            return took.toMillis();
        }
    }

    private static String version() {
        return System.getenv().getOrDefault("DAO_VERSION", "dev");
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    private static String range(List<Long> times) {
        return Collections.min(times) + " - " + Collections.max(times);
    }
}
