package com.rechain.dao.perf.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import one.profiler.AsyncProfilerLoader;

/**
 * Where the JVMs among some processes spend their processor time, as a flame graph and as collapsed
 * stacks of each.
 */
public final class Profiler implements AutoCloseable {
    /** Samples by a timer of each thread: allowed where perf events are not. */
    private static final String EVENT = "ctimer";

    private final Map<String, Long> pids;
    private final Path folder;
    private final String row;

    private Profiler(Map<String, Long> pids, Path folder, String row) {
        this.pids = pids;
        this.folder = folder;
        this.row = row;
    }

    /**
     * Begins; until it is closed.
     *
     * @param pids by name; what is no JVM is left out
     * @param folder gets {@code <row>-<name>.html} and {@code .collapsed}
     */
    public static Profiler start(Map<String, Long> pids, Path folder, String row)
            throws IOException {
        Map<String, Long> jvms = new LinkedHashMap<>();
        for (Map.Entry<String, Long> entry : pids.entrySet()) {
            if (isJvm(entry.getValue())) {
                jvms.put(entry.getKey(), entry.getValue());
            }
        }
        Files.createDirectories(folder);
        Profiler profiler = new Profiler(jvms, folder, row);
        for (long pid : jvms.values()) {
            execute("start", "-e", EVENT, Long.toString(pid));
        }
        return profiler;
    }

    @Override
    public void close() throws IOException {
        for (Map.Entry<String, Long> jvm : pids.entrySet()) {
            String pid = Long.toString(jvm.getValue());
            Path base = folder.resolve(row + "-" + jvm.getKey());
            // The first writes and goes on, the second writes and ends.
            execute("dump", "-o", "collapsed", "-f", base + ".collapsed", pid);
            execute("stop", "-o", "flamegraph", "-f", base + ".html", pid);
        }
        System.out.println("  profiles are in " + folder);
    }

    private static boolean isJvm(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "maps"))
                    .contains("libjvm.so");
        } catch (IOException _) {
            return false;
        }
    }

    private static void execute(String... arguments) throws IOException {
        AsyncProfilerLoader.executeProfiler(arguments);
    }
}
