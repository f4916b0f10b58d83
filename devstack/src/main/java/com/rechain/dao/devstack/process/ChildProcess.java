package com.rechain.dao.devstack.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One program under the launcher's control. Its state is its pid file, so another launcher, or
 * another class loader of the same one, can take it over.
 */
public final class ChildProcess {
    private static final Duration KILL_LIMIT = Duration.ofSeconds(10);

    private final ProcessSpec spec;
    private final PidFile pidFile;

    public ChildProcess(ProcessSpec spec) {
        this.spec = spec;
        this.pidFile = new PidFile(spec.pidFile());
    }

    public String name() {
        return spec.name();
    }

    public LogFile log() {
        return new LogFile(spec.logFile());
    }

    /** The running process, if it runs. */
    public Optional<ProcessHandle> handle() {
        return pidFile.process();
    }

    public boolean alive() {
        return handle().isPresent();
    }

    public long pid() {
        return running().pid();
    }

    /**
     * Starts the program with its output appended to its log file; nothing happens when it runs
     * already.
     */
    public void start() {
        if (alive()) {
            return;
        }
        try {
            Files.createDirectories(spec.logFile().toAbsolutePath().getParent());
            Files.createDirectories(spec.home());
            OrphanGuard.watch(pidFile.path());
            pidFile.write(builder().start().toHandle());
        } catch (IOException e) {
            throw new LaunchException(
                    "%s could not be started: %s".formatted(name(), e.getMessage()), e);
        }
    }

    /** Asks it to end and, once the time is up, ends it. */
    public void stop(Duration limit) {
        handle().ifPresent(process -> {
            Signal.CONT.sendTo(process);
            process.destroy();
            if (!ended(process, limit)) {
                process.destroyForcibly();
                ended(process, KILL_LIMIT);
            }
        });
        pidFile.delete();
    }

    /** Ends it at once, as a crash would. */
    public void kill() {
        handle().ifPresent(process -> {
            process.destroyForcibly();
            ended(process, KILL_LIMIT);
        });
        pidFile.delete();
    }

    /** Freezes it: its connections stay open and nothing answers. */
    public void pause() {
        Signal.STOP.sendTo(running());
    }

    public void resume() {
        Signal.CONT.sendTo(running());
    }

    /** The sentence for a start that failed: who died or did not get ready, and its last words. */
    public LaunchException failure(String what) {
        String lastLine = log().lastLine();
        String lastWords = lastLine.isEmpty() ? "it wrote nothing" : lastLine;
        return new LaunchException(
                "%s %s; the last line of %s: %s"
                        .formatted(name(), what, spec.logFile(), lastWords));
    }

    private ProcessHandle running() {
        return handle().orElseThrow(() -> failure("is not running"));
    }

    private ProcessBuilder builder() throws IOException {
        List<String> command = new ArrayList<>();
        // A session of its own: Ctrl-C in the terminal reaches the launcher only, which then ends
        // its
        // children in the right order.
        onPath("setsid").map(Path::toString).ifPresent(command::add);
        command.addAll(spec.command());
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(spec.home().toFile())
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.logFile().toFile()));
        builder.environment().putAll(spec.environment());
        return builder;
    }

    private static Optional<Path> onPath(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return List.of(path.split(File.pathSeparator)).stream()
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean ended(ProcessHandle process, Duration limit) {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw new UncheckedIOException(new IOException(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
