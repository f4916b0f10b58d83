package com.rechain.dao.perf.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Processor time that named processes have used, with all their threads, as Linux counts it: in
 * hundredths of a second.
 *
 * @param nanos by the name of the process
 */
public record Cpu(Map<String, Long> nanos) {
    // The kernel's unit for /proc, the same on every Linux whatever its own timer does.
    private static final long NANOS_PER_TICK = 10_000_000;

    public Cpu {
        nanos = Map.copyOf(nanos);
    }

    /** What these processes have used until now; one that is gone has used nothing. */
    public static Cpu of(Map<String, Long> pids) {
        Map<String, Long> nanos = new TreeMap<>();
        pids.forEach((name, pid) -> nanos.put(name, ofProcess(pid).toNanos()));
        return new Cpu(nanos);
    }

    /**
     * What the calling thread has used, in nanoseconds; 0 for a virtual one, which nobody counts.
     */
    public static long ofThisThread() {
        if (Thread.currentThread().isVirtual()) {
            return 0;
        }
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** What a process has used. */
    public static Duration ofProcess(long pid) {
        try {
            return parse(Files.readString(Path.of("/proc", Long.toString(pid), "stat")));
        } catch (IOException _) {
            return Duration.ZERO;
        }
    }

    /** What was used since {@code before}. */
    public Cpu since(Cpu before) {
        Map<String, Long> used = new TreeMap<>();
        nanos.forEach((name, now) -> used.put(name, now - before.nanos.getOrDefault(name, 0L)));
        return new Cpu(used);
    }

    /** Microseconds per request of all processes together. */
    public double microsPer(long requests) {
        long sum = nanos.values().stream().mapToLong(Long::longValue).sum();
        return requests == 0 ? 0 : sum / 1e3 / requests;
    }

    /**
     * Reads a line of {@code /proc/<pid>/stat}. The name in parentheses may hold anything, so
     * fields count from behind the last one.
     */
    static Duration parse(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long user = Long.parseLong(fields[11]);
        long system = Long.parseLong(fields[12]);
        return Duration.ofNanos((user + system) * NANOS_PER_TICK);
    }

    /**
     * How busy the machine was.
     *
     * @param busy ticks in which a processor did something
     * @param total all ticks of all processors
     */
    public record Machine(long busy, long total) {
        /** Since the machine started. */
        public static Machine now() {
            try {
                return parse(Files.readAllLines(Path.of("/proc/stat")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The busy part of the time since {@code before}, 0 to 1. */
        public double shareSince(Machine before) {
            long ticks = total - before.total;
            return ticks == 0 ? 0 : (double) (busy - before.busy) / ticks;
        }

        static Machine parse(List<String> stat) {
            String[] words = stat.getFirst().trim().split("\\s+", -1);
            long total = 0;
            // user, nice, system, idle, iowait, irq, softirq, steal; guests are in user already
            for (int i = 1; i <= 8; i++) {
                total += Long.parseLong(words[i]);
            }
            long idle = Long.parseLong(words[4]) + Long.parseLong(words[5]);
            return new Machine(total - idle, total);
        }
    }
}
