package com.rechain.dao.perf.bench.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a bench ran on. Figures of two machines are no comparison. */
public record MachineFacts(
        int processors, String processor, long memoryMebibytes, String kernel, String java) {

    /** Of this machine. */
    public static MachineFacts here() {
        return new MachineFacts(
                Runtime.getRuntime().availableProcessors(),
                value("/proc/cpuinfo", "model name"),
                kibibytes(value("/proc/meminfo", "MemTotal")) / 1024,
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.runtime.version"));
    }

    @Override
    public String toString() {
        return "%d x %s, %d MiB, %s, Java %s"
                .formatted(processors, processor, memoryMebibytes, kernel, java);
    }

    private static long kibibytes(String text) {
        String digits = text.replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }

    private static String value(String file, String name) {
        try {
            List<String> lines = Files.readAllLines(Path.of(file));
            return lines.stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException _) {
            return "unknown";
        }
    }
}
