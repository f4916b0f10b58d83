package com.rechain.dao.perf.observe;

import com.rechain.dao.perf.measure.ProcessStat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the kernel knows of a process: CPU, memory, and how long its group's quota held it back. */
record ProcessSource(String name, long pid) implements Source {
    private static final Path PROC = Path.of("/proc");
    private static final Path GROUPS = Path.of("/sys/fs/cgroup");

    @Override
    public String section() {
        return "processes";
    }

    @Override
    public Map<String, Double> read() throws IOException {
        try {
            return figures();
        } catch (NoSuchFileException _) {
            // It has ended, as a load tool does before the last look.
            return Map.of();
        }
    }

    private Map<String, Double> figures() throws IOException {
        Map<String, Double> figures = new HashMap<>();
        ProcessStat stat = ProcessStat.of(pid);
        figures.put("ticks", (double) stat.ticks());
        figures.put("threads", (double) stat.threads());
        figures.put("residentBytes", (double) stat.residentBytes());
        for (String line : quota()) {
            String[] words = line.split(" ");
            double value = Double.parseDouble(words[1]);
            switch (words[0]) {
                case "nr_periods" -> figures.put("quotaPeriods", value);
                case "nr_throttled" -> figures.put("throttledPeriods", value);
                // Version 1 counts nanoseconds, version 2 microseconds.
                case "throttled_time" -> figures.put("throttledMillis", value / 1e6);
                case "throttled_usec" -> figures.put("throttledMillis", value / 1e3);
                default -> {
                    // Bursts and the like: not asked for.
                }
            }
        }
        return figures;
    }

    private List<String> quota() throws IOException {
        for (String line : Files.readAllLines(PROC.resolve(pid + "/cgroup"))) {
            String[] parts = line.split(":", 3);
            boolean second = parts[1].isEmpty();
            if (second || parts[1].equals("cpu") || parts[1].equals("cpu,cpuacct")) {
                Path controller = second ? GROUPS : GROUPS.resolve(parts[1]);
                Path stat = controller.resolve(parts[2].substring(1)).resolve("cpu.stat");
                if (Files.isReadable(stat)) {
                    return Files.readAllLines(stat);
                }
            }
        }
        return List.of();
    }
}
