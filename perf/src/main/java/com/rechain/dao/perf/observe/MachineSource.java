package com.rechain.dao.perf.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The machine: how long its processors worked and idled, and how long its busiest disk did. */
record MachineSource(String name) implements Source {
    private static final int IDLE = 4;
    private static final int IOWAIT = 5;
    private static final int STEAL = 8;
    private static final int DISK_NAME = 2;
    private static final int DISK_BUSY_MILLIS = 12;

    @Override
    public String section() {
        return "";
    }

    @Override
    public Map<String, Double> read() throws IOException {
        Map<String, Double> figures = new HashMap<>();
        String[] cpu = Files.readAllLines(Path.of("/proc/stat")).getFirst().split("\\s+");
        double ticks = 0;
        for (int i = 1; i <= STEAL; i++) {
            ticks += Double.parseDouble(cpu[i]);
        }
        double idle = Double.parseDouble(cpu[IDLE]) + Double.parseDouble(cpu[IOWAIT]);
        figures.put("ticks", ticks);
        figures.put("busyTicks", ticks - idle);
        figures.put("processors", (double) Runtime.getRuntime().availableProcessors());
        figures.put("diskBusyMillis", diskBusyMillis());
        return figures;
    }

    private static double diskBusyMillis() throws IOException {
        double most = 0;
        for (String line : Files.readAllLines(Path.of("/proc/diskstats"))) {
            String[] fields = line.strip().split("\\s+");
            if (fields.length > DISK_BUSY_MILLIS
                    && !fields[DISK_NAME].matches("(loop|ram|dm-).*")) {
                most = Math.max(most, Double.parseDouble(fields[DISK_BUSY_MILLIS]));
            }
        }
        return most;
    }
}
