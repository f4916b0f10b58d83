package com.rechain.dao.perf.bench.trial;

import com.rechain.dao.perf.load.LoadResult;
import com.rechain.dao.perf.measure.Cpu;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A load, what it cost the platform, and how busy it kept the machine.
 *
 * @param busy the busy part of all processors, 0 to 1, generator and everybody else included
 * @param compiling the part of the platform's processor time that its compilers took, 0 to 1
 */
public record Loaded(LoadResult result, Cpu cpu, double busy, double compiling) {

    /** Processor time of all of the platform's processes for a request, in microseconds. */
    public double cpuMicros() {
        return cpu.microsPer(result.sent());
    }

    /** The same, process by process, the most expensive first. */
    public String breakdown() {
        return cpu.nanos().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .map(entry -> entry.getKey() + " " + micros(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private String micros(long nanos) {
        return String.format(Locale.ROOT, "%.1f", nanos / 1e3 / Math.max(1, result.sent()));
    }
}
