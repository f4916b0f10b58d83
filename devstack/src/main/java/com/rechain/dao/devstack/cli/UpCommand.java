package com.rechain.dao.devstack.cli;

import com.rechain.dao.devstack.fleet.ServiceName;
import com.rechain.dao.devstack.process.ChildProcess;
import com.rechain.dao.devstack.process.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts the platform and stays in the foreground until it is stopped. */
@Command(
        name = "up",
        description = "Starts the whole platform and stays until Ctrl-C or ./dao down.")
final class UpCommand implements Callable<Integer> {
    private static final long DISK_NEEDED = 2L << 30;
    private static final int MAX_INSTANCES = 9;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Option(
            names = "--instances",
            paramLabel = "<service>=<count>",
            description = "How many instances of a service to run; the gateway balances over them.")
    private Map<ServiceName, Integer> instances = Map.of();

    @Option(names = "--no-demo", description = "Leaves out the demo data.")
    private boolean noDemo;

    private volatile boolean stopping;

    @Override
    public Integer call() {
        instances.forEach(this::requireSensible);
        Console console = new Console(spec.commandLine().getOut());
        Workplace workplace = Workplace.here();
        requireNothingRuns(workplace);
        requireDisk(workplace.root());
        LocalStack stack = new LocalStack(workplace, instances);
        stack.requirePorts();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> stop(stack, workplace, console), "stop"));
        workplace.launcher().write(ProcessHandle.current());
        try {
            run(stack, workplace, console);
        } catch (RuntimeException e) {
            // Whatever fails because everything is being stopped is nobody's concern.
            if (!stopping) {
                throw e;
            }
        }
        return 0;
    }

    private void run(LocalStack stack, Workplace workplace, Console console) {
        console.say("Starting REChain DAO");
        console.timed("all of it", () -> stack.start(console));
        Welcome welcome = new Welcome(workplace, stack.url(), console);
        if (!noDemo) {
            welcome.fillIn();
        }
        welcome.show();
        watch(stack);
    }

    private void requireSensible(ServiceName service, Integer count) {
        if (count < 1 || count > MAX_INSTANCES) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--instances %s=%d: between 1 and %d can run."
                            .formatted(service.text(), count, MAX_INSTANCES));
        }
    }

    private static void requireNothingRuns(Workplace workplace) {
        workplace
                .launcher()
                .process()
                .ifPresent(process -> {
                    throw new LaunchException(
                            "REChain DAO runs already (process %d); ./dao down stops it."
                                    .formatted(process.pid()));
                });
        if (!workplace.children().isEmpty()) {
            throw new LaunchException(
                    "Processes of an earlier run are still there (%s); ./dao down ends them."
                            .formatted(String.join(", ", workplace.children().keySet())));
        }
    }

    private static void requireDisk(Path root) {
        try {
            long usable = Files.getFileStore(root).getUsableSpace();
            if (usable < DISK_NEEDED) {
                throw new LaunchException(
                        "There are %d MiB of disk left at %s, and 2 GiB are needed."
                                .formatted(usable >> 20, root));
            }
        } catch (IOException e) {
            throw new LaunchException(
                    "The disk at %s cannot be looked at: %s".formatted(root, e.getMessage()), e);
        }
    }

    private void watch(LocalStack stack) {
        ChildProcess dead = stack.awaitDeath();
        if (!stopping) {
            throw dead.failure("died");
        }
    }

    private void stop(LocalStack stack, Workplace workplace, Console console) {
        stopping = true;
        console.say("Stopping");
        long begin = System.nanoTime();
        stack.close();
        workplace.launcher().delete();
        console.say(
                "Stopped after %.1f s; the data stay in .dao"
                        .formatted(
                                Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0));
    }
}
