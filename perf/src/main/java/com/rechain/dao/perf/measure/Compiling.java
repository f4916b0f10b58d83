package com.rechain.dao.perf.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Processor time of some processes, and what of it their just-in-time compilers took.
 *
 * @param compilers in hundredths of a second
 * @param all the same, compilers included
 */
public record Compiling(long compilers, long all) {
    // As the kernel shortens the names that HotSpot gives them.
    private static final List<String> NAMES = List.of("(C1 CompilerThre)", "(C2 CompilerThre)");

    /** Until now; a process that is gone has used nothing. */
    public static Compiling of(Collection<Long> pids) {
        long compilers = 0;
        long all = 0;
        for (long pid : pids) {
            compilers += ofCompilers(pid);
            all += ticks(Path.of("/proc", Long.toString(pid)));
        }
        return new Compiling(compilers, all);
    }

    /** The compilers' part of the time since {@code before}, 0 to 1. */
    public double shareSince(Compiling before) {
        long used = all - before.all;
        return used == 0 ? 0 : (double) (compilers - before.compilers) / used;
    }

    private static long ofCompilers(long pid) {
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            return threads.filter(Compiling::isCompiler).mapToLong(Compiling::ticks).sum();
        } catch (IOException | UncheckedIOException _) {
            return 0;
        }
    }

    private static boolean isCompiler(Path thread) {
        String stat = stat(thread);
        return NAMES.stream().anyMatch(stat::contains);
    }

    private static long ticks(Path task) {
        String stat = stat(task);
        return stat.isEmpty() ? 0 : ProcessStat.parse(stat).ticks();
    }

    /** Empty for what has ended. */
    private static String stat(Path task) {
        try {
            return Files.readString(task.resolve("stat"));
        } catch (IOException _) {
            return "";
        }
    }
}
