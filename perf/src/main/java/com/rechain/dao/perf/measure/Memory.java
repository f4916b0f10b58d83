package com.rechain.dao.perf.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Memory of a process in bytes, as Linux tells it. */
public final class Memory {

    private Memory() {}

    /** What is in RAM, shared pages in full. */
    public static long resident(long pid) throws IOException {
        return field(Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")), "VmRSS:");
    }

    /** What is in RAM, each shared page by the part that falls on this process. */
    public static long proportional(long pid) throws IOException {
        Path file = Path.of("/proc", Long.toString(pid), "smaps_rollup");
        return field(Files.readAllLines(file), "Pss:");
    }

    static long field(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no " + name));
    }
}
