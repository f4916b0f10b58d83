package com.rechain.dao.perf.bench.row;

import com.rechain.dao.devstack.fleet.ServiceInstance;
import com.rechain.dao.devstack.fleet.ServiceName;
import com.rechain.dao.perf.bench.trial.Row;
import com.rechain.dao.perf.bench.trial.RowDeclaration;
import com.rechain.dao.perf.bench.trial.Target;
import com.rechain.dao.perf.bench.trial.Trial;
import com.rechain.dao.perf.peer.Container;
import com.rechain.dao.perf.peer.Tool;
import com.rechain.dao.perf.platform.OwnPlatform;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * From the start of a container until it is ready, with the image's AOT cache and without, in turn;
 * one more instance beside a platform that runs, as an autoscaler adds it.
 */
public final class StartupRow implements Row {
    private static final String WITH = "-XX:AOTMode=on";
    private static final String WITHOUT = "-XX:AOTMode=off";

    @Override
    public RowDeclaration declaration() {
        List<Target> targets = Stream.of(ServiceName.values()).map(StartupRow::target).toList();
        return new RowDeclaration(
                "startup",
                "From the start of a container to its readiness.",
                "the same image without its AOT cache",
                "Containers of 2 CPUs and 512 MB, one more instance of a platform that runs.",
                targets);
    }

    @Override
    public void measure(Trial trial) throws Exception {
        Tool.DOCKER.require();
        for (ServiceName service : ServiceName.values()) {
            String image = image(service);
            trial.findings().note(image + " has " + Container.megabytes(image) + " MB");
        }
        OwnPlatform platform = trial.start();
        trial.rounds(_ -> {
            for (ServiceName service : ServiceName.values()) {
                ServiceInstance instance = platform.instance(service);
                double with = once(instance, WITH);
                trial.findings().add(target(service), with, once(instance, WITHOUT));
            }
        });
    }

    private static Target target(ServiceName service) {
        return Target.of(service.text(), "ms").ratioAtMost(0.5);
    }

    private static double once(ServiceInstance instance, String options)
            throws IOException, InterruptedException {
        Map<String, String> variables = new HashMap<>(instance.variables());
        int management = Container.freePort();
        variables.put("DAO_HTTP_PORT", Integer.toString(Container.freePort()));
        variables.put("DAO_MANAGEMENT_PORT", Integer.toString(management));
        variables.put("DAO_DB_MIGRATE_AT_START", "false");
        variables.put("JAVA_OPTS_APPEND", options);
        try (Container container = Container.create(image(instance.service()), variables)) {
            Duration took = container.startUntilReady(management);
            System.out.printf(
                    "    %-18s %-16s %5d ms%n",
                    instance.service().text(), options, took.toMillis());
            return took.toMillis();
        }
    }

    private static String image(ServiceName service) {
        String version = System.getenv().getOrDefault("DAO_VERSION", "dev");
        return "rechain-dao/" + service.text() + ":" + version;
    }
}
