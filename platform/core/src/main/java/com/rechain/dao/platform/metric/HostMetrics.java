package com.rechain.dao.platform.metric;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Memory, disk and network as the kernel counts them for this process, its container and its
 * machine. Read when they are asked for; what a system does not tell is left out.
 */
public final class HostMetrics implements MeterBinder {
    private static final double KIBI = 1024;
    private static final int MILLIS_BUSY = 12;
    private static final int RECEIVED = 1;
    private static final int SENT = 9;

    private final ProcFile status;
    private final ProcFile io;
    private final ProcFile disks;
    private final ProcFile interfaces;
    private final Path blocks;
    private final long linkBitsPerSecond;

    /**
     * @param root {@code /}, where {@code proc} and {@code sys} are
     * @param linkMegabits what the network connection carries: the kernel does not know it of
     *     virtual ones
     */
    public HostMetrics(Path root, long linkMegabits) {
        status = new ProcFile(root.resolve("proc/self/status"));
        io = new ProcFile(root.resolve("proc/self/io"));
        disks = new ProcFile(root.resolve("proc/diskstats"));
        interfaces = new ProcFile(root.resolve("proc/net/dev"));
        blocks = root.resolve("sys/block");
        linkBitsPerSecond = linkMegabits * 1_000_000;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        memory(registry);
        if (io.isThere()) {
            disk(registry);
        }
        if (interfaces.isThere()) {
            network(registry);
        }
        busyDisks().forEach(device -> busy(registry, device));
    }

    private void memory(MeterRegistry registry) {
        if (status.isThere()) {
            Gauge.builder("process.resident.memory", status, at -> at.value("VmRSS") * KIBI)
                    .baseUnit(BaseUnits.BYTES)
                    .description("Memory of the process that is in RAM")
                    .register(registry);
        }
        if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
            Gauge.builder("dao.memory.limit", system, OperatingSystemMXBean::getTotalMemorySize)
                    .baseUnit(BaseUnits.BYTES)
                    .description("What the container may use, or what the machine has")
                    .register(registry);
        }
    }

    private void disk(MeterRegistry registry) {
        bytes(registry, "dao.process.disk.read", io, at -> at.value("read_bytes"));
        bytes(registry, "dao.process.disk.written", io, at -> at.value("write_bytes"));
    }

    private void network(MeterRegistry registry) {
        bytes(registry, "dao.network.received", interfaces, at -> total(at, RECEIVED));
        bytes(registry, "dao.network.sent", interfaces, at -> total(at, SENT));
        Gauge.builder("dao.network.link", () -> linkBitsPerSecond / 8.0)
                .baseUnit("bytes_per_second")
                .description("What the network connection is taken to carry each way")
                .register(registry);
    }

    private static void bytes(
            MeterRegistry registry, String name, ProcFile file, ToDoubleFunction<ProcFile> value) {
        FunctionCounter.builder(name, file, value).baseUnit(BaseUnits.BYTES).register(registry);
    }

    private void busy(MeterRegistry registry, String device) {
        FunctionCounter.builder("dao.disk.busy", disks, at -> busySeconds(at, device))
                .baseUnit("seconds")
                .description("Time during which the device had something to do")
                .tag("device", device)
                .register(registry);
    }

    /** Whole devices with hardware behind them: no partitions, no loops, no memory. */
    private Set<String> busyDisks() {
        return disks.rows().stream()
                .filter(row -> row.length > MILLIS_BUSY)
                .map(row -> row[2])
                .filter(device -> Files.exists(blocks.resolve(device).resolve("device")))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static double busySeconds(ProcFile disks, String device) {
        return disks.rows().stream()
                .filter(row -> row.length > MILLIS_BUSY && row[2].equals(device))
                .mapToDouble(row -> Double.parseDouble(row[MILLIS_BUSY]) / 1e3)
                .sum();
    }

    private static double total(ProcFile interfaces, int column) {
        return interfaces.rows().stream()
                .skip(2)
                .filter(row -> row.length > column && !row[0].equals("lo"))
                .mapToDouble(row -> Double.parseDouble(row[column]))
                .sum();
    }
}
