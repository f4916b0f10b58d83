package com.rechain.dao.perf.plant;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

/** Stops a process again and again for some milliseconds: it is there, but it stammers. */
final class Pulses implements AutoCloseable {
    private static final String LOOP =
            "trap 'kill -CONT %1$d; exit' TERM; while kill -STOP %1$d; do sleep %2$s; kill -CONT"
                    + " %1$d; sleep %3$s; done";

    private final Process shell;
    private final long pid;

    private Pulses(Process shell, long pid) {
        this.shell = shell;
        this.pid = pid;
    }

    static Pulses on(long pid, Duration stopped, Duration running) throws IOException {
        String loop = LOOP.formatted(pid, seconds(stopped), seconds(running));
        return new Pulses(
                new ProcessBuilder("sh", "-c", loop)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start(),
                pid);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        shell.destroy();
        shell.waitFor();
        new ProcessBuilder("kill", "-CONT", Long.toString(pid)).start().waitFor();
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toNanos() / 1e9);
    }
}
