package com.rechain.dao.devstack.cli;

import com.rechain.dao.devstack.backing.BackingPorts;
import com.rechain.dao.devstack.fleet.InstancePorts;
import com.rechain.dao.devstack.fleet.PortPlan;
import com.rechain.dao.devstack.fleet.ServiceName;
import com.rechain.dao.devstack.process.Ports;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows every process of the platform: its port, memory and whether it answers. */
@Command(
        name = "status",
        description =
                "Shows what runs. Exits with 1 when nothing does or something does not answer.")
final class StatusCommand implements Callable<Integer> {
    private static final String LINE = "%-20s %8s %7s %9s  %s";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine().getOut());
        Map<String, ProcessHandle> children = Workplace.here().children();
        if (children.isEmpty()) {
            console.say("Nothing is running.");
            return 1;
        }
        console.say(LINE.formatted("PROCESS", "PID", "PORT", "MEMORY", "STATE"));
        boolean allAnswer = true;
        long total = 0;
        for (Map.Entry<String, ProcessHandle> child : children.entrySet()) {
            int port = port(child.getKey());
            boolean answers = Ports.answers(port);
            long memory = Memory.residentMebibytes(child.getValue());
            console.say(
                    LINE.formatted(
                            child.getKey(),
                            child.getValue().pid(),
                            port,
                            memory + " MiB",
                            answers ? "up" : "not answering"));
            allAnswer &= answers;
            total += memory;
        }
        console.say(LINE.formatted("total", "", "", total + " MiB", ""));
        return allAnswer ? 0 : 1;
    }

    /** The well-known port of a process. */
    static int port(String name) {
        return switch (name) {
            case "mariadb-primary" -> BackingPorts.FIXED.primary();
            case "mariadb-replica" -> BackingPorts.FIXED.replica();
            case "redis" -> BackingPorts.FIXED.redis();
            case "kafka" -> BackingPorts.FIXED.kafka();
            default -> servicePorts(name).map(InstancePorts::http).orElse(0);
        };
    }

    /** The well-known ports of a service's instance; empty for what is none. */
    static Optional<InstancePorts> servicePorts(String name) {
        int dash = name.lastIndexOf('-');
        return ServiceName.named(name.substring(0, Math.max(0, dash)))
                .map(service ->
                        PortPlan.FIXED.of(service, Integer.parseInt(name.substring(dash + 1)) - 1));
    }
}
