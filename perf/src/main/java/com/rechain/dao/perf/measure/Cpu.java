package com.rechain.dao.perf.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
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
            return Duration.ofNanos(ProcessStat.of(pid).ticks() * NANOS_PER_TICK);
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
}
