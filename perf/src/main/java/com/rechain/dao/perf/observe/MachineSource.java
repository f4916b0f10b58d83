package com.rechain.dao.perf.observe;

import com.rechain.dao.perf.measure.MachineTicks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The machine by Linux' {@code /proc}: processors, memory, disks and network. */
record MachineSource(String name) implements Source {
    private static final Path PROC = Path.of("/proc");
    private static final int SECTOR_BYTES = 512;

    @Override
    public String section() {
        return "";
    }

    @Override
    public Map<String, Double> read() throws IOException {
        Map<String, Double> figures = new HashMap<>();
        MachineTicks ticks = MachineTicks.now();
        figures.put("ticks", (double) ticks.all());
        figures.put("busyTicks", (double) ticks.busy());
        figures.put("waitTicks", (double) ticks.waiting());
        figures.put("stealTicks", (double) ticks.stolen());
        figures.put("processors", (double) Runtime.getRuntime().availableProcessors());
        memory(figures);
        disks(figures);
        network(figures);
        return figures;
    }

    private static void memory(Map<String, Double> figures) throws IOException {
        double total = 0;
        double available = 0;
        for (String line : lines("meminfo")) {
            if (line.startsWith("MemTotal:")) {
                total = kilobytes(line);
            } else if (line.startsWith("MemAvailable:")) {
                available = kilobytes(line);
            }
        }
        figures.put("memoryBytes", total);
        figures.put("memoryUsedBytes", total - available);
    }

    private static void disks(Map<String, Double> figures) throws IOException {
        double read = 0;
        double written = 0;
        double busiest = 0;
        for (String line : lines("diskstats")) {
            String[] fields = line.strip().split("\\s+");
            if (fields.length > 12 && isDisk(fields[2])) {
                read += Double.parseDouble(fields[5]) * SECTOR_BYTES;
                written += Double.parseDouble(fields[9]) * SECTOR_BYTES;
                busiest = Math.max(busiest, Double.parseDouble(fields[12]));
            }
        }
        figures.put("diskReadBytes", read);
        figures.put("diskWrittenBytes", written);
        figures.put("diskBusyMillis", busiest);
    }

    /** Whole disks alone: a partition, or what is mapped onto one, would count twice. */
    private static boolean isDisk(String device) {
        return Files.isDirectory(Path.of("/sys/block", device))
                && !device.matches("(loop|ram|dm-).*");
    }

    private static void network(Map<String, Double> figures) throws IOException {
        double loopback = 0;
        double received = 0;
        double sent = 0;
        for (String line : lines("net/dev")) {
            String[] parts = line.split(":", 2);
            if (parts.length == 2) {
                String[] fields = parts[1].strip().split("\\s+");
                if (parts[0].strip().equals("lo")) {
                    loopback = Double.parseDouble(fields[0]);
                } else {
                    received += Double.parseDouble(fields[0]);
                    sent += Double.parseDouble(fields[8]);
                }
            }
        }
        figures.put("loopbackBytes", loopback);
        figures.put("networkReceivedBytes", received);
        figures.put("networkSentBytes", sent);
    }

    private static double kilobytes(String line) {
        return Double.parseDouble(line.replaceAll("\\D+", "")) * 1_024;
    }

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(PROC.resolve(file));
    }
}
