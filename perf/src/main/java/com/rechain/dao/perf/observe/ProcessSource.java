package com.rechain.dao.perf.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the kernel knows of a process: CPU, memory, and how long its group's quota held it back. */
record ProcessSource(String name, long pid) implements Source {
    private static final int UTIME = 11;
    private static final int STIME = 12;
    private static final int RESIDENT_PAGES = 21;
    private static final int PAGE_BYTES = 4_096;
    private static final Path PROC = Path.of("/proc");
    private static final Path GROUPS = Path.of("/sys/fs/cgroup");

    @Override
    public String section() {
        return "processes";
    }

    @Override
    public Map<String, Double> read() throws IOException {
        Map<String, Double> figures = new HashMap<>();
        String stat = Files.readString(PROC.resolve(pid + "/stat"));
        // The name in brackets may hold blanks; what follows it may not.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        figures.put("ticks", Double.parseDouble(fields[UTIME]) + Double.parseDouble(fields[STIME]));
        figures.put("residentBytes", Double.parseDouble(fields[RESIDENT_PAGES]) * PAGE_BYTES);
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
