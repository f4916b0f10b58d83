package com.rechain.dao.perf.lab.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The machine by Linux' {@code /proc}, as counters: {@code busyTicks} of {@code ticks} since the
 * start, bytes and milliseconds. Rates are differences of two seconds.
 */
final class MachineProbe implements Probe {
    private static final Path PROC = Path.of("/proc");
    private static final int IDLE = 3;
    private static final int IO_WAIT = 4;
    private static final int STEAL = 7;
    private static final int SECTOR_BYTES = 512;

    @Override
    public void into(ObjectNode second) throws IOException {
        if (!Files.isDirectory(PROC)) {
            return;
        }
        ObjectNode machine = second.putObject("machine");
        processor(machine);
        memory(machine);
        disks(machine);
        network(machine);
    }

    private static void processor(ObjectNode machine) throws IOException {
        String[] fields = lines("stat").getFirst().split("\\s+");
        long all = 0;
        for (int i = 1; i < Math.min(fields.length, STEAL + 2); i++) {
            all += Long.parseLong(fields[i]);
        }
        long idle = Long.parseLong(fields[1 + IDLE]) + Long.parseLong(fields[1 + IO_WAIT]);
        machine.put("ticks", all);
        machine.put("busyTicks", all - idle);
        machine.put("waitTicks", Long.parseLong(fields[1 + IO_WAIT]));
        machine.put("stealTicks", Long.parseLong(fields[1 + STEAL]));
        machine.put("processors", Runtime.getRuntime().availableProcessors());
    }

    private static void memory(ObjectNode machine) throws IOException {
        long total = 0;
        long available = 0;
        for (String line : lines("meminfo")) {
            if (line.startsWith("MemTotal:")) {
                total = kilobytes(line);
            } else if (line.startsWith("MemAvailable:")) {
                available = kilobytes(line);
            }
        }
        machine.put("memoryBytes", total);
        machine.put("memoryUsedBytes", total - available);
    }

    /** Whole disks alone: a partition would count twice. */
    private static void disks(ObjectNode machine) throws IOException {
        long read = 0;
        long written = 0;
        long busiest = 0;
        for (String line : lines("diskstats")) {
            String[] fields = line.strip().split("\\s+");
            if (fields.length > 12
                    && Files.isDirectory(Path.of("/sys/block", fields[2]))
                    && !fields[2].startsWith("loop")
                    && !fields[2].startsWith("ram")) {
                read += Long.parseLong(fields[5]) * SECTOR_BYTES;
                written += Long.parseLong(fields[9]) * SECTOR_BYTES;
                busiest = Math.max(busiest, Long.parseLong(fields[12]));
            }
        }
        machine.put("diskReadBytes", read);
        machine.put("diskWrittenBytes", written);
        machine.put("diskBusyMillis", busiest);
    }

    private static void network(ObjectNode machine) throws IOException {
        long loopback = 0;
        long received = 0;
        long sent = 0;
        for (String line : lines("net/dev")) {
            String[] parts = line.split(":", 2);
            if (parts.length == 2) {
                String[] fields = parts[1].strip().split("\\s+");
                if (parts[0].strip().equals("lo")) {
                    loopback = Long.parseLong(fields[0]);
                } else {
                    received += Long.parseLong(fields[0]);
                    sent += Long.parseLong(fields[8]);
                }
            }
        }
        machine.put("loopbackBytes", loopback);
        machine.put("networkReceivedBytes", received);
        machine.put("networkSentBytes", sent);
    }

    private static long kilobytes(String line) {
        return Long.parseLong(line.replaceAll("\\D+", "")) * 1024;
    }

    static List<String> lines(String file) throws IOException {
        return new ArrayList<>(Files.readAllLines(PROC.resolve(file)));
    }
}
