package com.rechain.dao.devstack.cli;

import com.rechain.dao.devstack.process.Await;
import com.rechain.dao.devstack.process.LaunchException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops the platform from another terminal, and ends what a launcher that crashed left behind. */
@Command(name = "down", description = "Stops the platform; its data stay.")
final class DownCommand implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration TERM_LIMIT = Duration.ofSeconds(10);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine().getOut());
        Workplace workplace = Workplace.here();
        boolean launched = workplace.launcher().process().map(this::stopLauncher).orElse(false);
        Map<String, ProcessHandle> left = workplace.children();
        end(left.values());
        left.keySet().forEach(name -> workplace.pidFile(name).delete());
        workplace.launcher().delete();
        console.say(launched || !left.isEmpty() ? "Stopped." : "Nothing is running.");
        return 0;
    }

    private boolean stopLauncher(ProcessHandle launcher) {
        launcher.destroy();
        if (!Await.until(LIMIT, () -> !launcher.isAlive())) {
            launcher.destroyForcibly();
        }
        return true;
    }

    private static void end(Collection<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroy);
        if (!Await.until(TERM_LIMIT, () -> processes.stream().noneMatch(ProcessHandle::isAlive))) {
            processes.forEach(ProcessHandle::destroyForcibly);
        }
        if (!Await.until(TERM_LIMIT, () -> processes.stream().noneMatch(ProcessHandle::isAlive))) {
            throw new LaunchException("Some processes cannot be ended.");
        }
    }
}
