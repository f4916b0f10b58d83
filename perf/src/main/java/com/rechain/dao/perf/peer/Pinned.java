package com.rechain.dao.perf.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Holds processes to one core. */
public final class Pinned {

    private Pinned() {}

    /** Lets all threads of a process run on {@code core} only. */
    public static void pin(long pid, int core)
            throws IOException, InterruptedException, MissingToolException {
        taskset(Integer.toString(core), pid);
    }

    /** Lets them run everywhere again. */
    public static void free(long pid)
            throws IOException, InterruptedException, MissingToolException {
        taskset("0-" + (Runtime.getRuntime().availableProcessors() - 1), pid);
    }

    private static void taskset(String cores, long pid)
            throws IOException, InterruptedException, MissingToolException {
        Process process =
                new ProcessBuilder(
                                Tool.TASKSET.require().toString(),
                                "-a",
                                "-c",
                                "-p",
                                cores,
                                Long.toString(pid))
                        .redirectErrorStream(true)
                        .start();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("taskset failed: " + printed.strip());
        }
    }
}
