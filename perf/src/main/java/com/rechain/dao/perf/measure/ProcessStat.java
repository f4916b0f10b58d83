package com.rechain.dao.perf.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the kernel counts of a process, with all its threads.
 *
 * @param ticks processor time, in hundredths of a second
 */
public record ProcessStat(long ticks, long threads, long residentBytes) {
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;
    private static final int THREADS = 17;
    private static final int RESIDENT_PAGES = 21;
    private static final int PAGE_BYTES = 4_096;

    /**
     * As it is now.
     *
     * @throws IOException when there is no such process any more
     */
    public static ProcessStat of(long pid) throws IOException {
        return parse(Files.readString(Path.of("/proc", Long.toString(pid), "stat")));
    }

    /**
     * Reads a line of {@code /proc/<pid>/stat}. The name in parentheses may hold anything, so
     * fields count from behind the last one.
     */
    static ProcessStat parse(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return new ProcessStat(
                Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]),
                Long.parseLong(fields[THREADS]),
                Long.parseLong(fields[RESIDENT_PAGES]) * PAGE_BYTES);
    }
}
