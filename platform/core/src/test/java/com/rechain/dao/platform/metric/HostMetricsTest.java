package com.rechain.dao.platform.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostMetricsTest {
    @TempDir Path root;

    private final MeterRegistry registry = new SimpleMeterRegistry();
    // Held, because meters hold what they look at only weakly.
    private HostMetrics metrics;

    @BeforeEach
    void aMachine() throws IOException {
        metrics = new HostMetrics(root, 1000);
        write("proc/self/status", "Name:\tjava\nVmRSS:\t  2048 kB\nThreads:\t7\n");
        write("proc/self/io", "rchar: 9\nread_bytes: 4096\nwrite_bytes: 8192\n");
        write(
                "proc/net/dev",
                """
                Inter-|   Receive                                                |  Transmit
                 face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets
                    lo: 999       1    0    0    0     0          0         0     999       1
                  eth0: 100       1    0    0    0     0          0         0      10       1
                  eth1:  50       1    0    0    0     0          0         0       5       1
                """);
        write(
                "proc/diskstats",
                """
                   7       0 loop0 1 0 1 1 1 0 1 1 0 5000 5000
                 254       0 vda 200942 23122 8771642 89856 201620 449882 63575984 181762 0 33900 277562
                 254       1 vda1 1 0 1 1 1 0 1 1 0 7000 7000
                """);
        Files.createDirectories(root.resolve("sys/block/loop0"));
        Files.createDirectories(root.resolve("sys/block/vda/device"));
    }

    @Test
    void whatTheKernelCountsIsShown() {
        metrics.bindTo(registry);

        assertThat(gauge("process.resident.memory")).isEqualTo(2_097_152);
        assertThat(counter("dao.process.disk.read")).isEqualTo(4096);
        assertThat(counter("dao.process.disk.written")).isEqualTo(8192);
        assertThat(counter("dao.network.received")).isEqualTo(150);
        assertThat(counter("dao.network.sent")).isEqualTo(15);
        assertThat(gauge("dao.network.link")).isEqualTo(125_000_000);
        assertThat(gauge("dao.memory.limit")).isPositive();
    }

    @Test
    void onlyDisksOfHardwareAreWatched() {
        metrics.bindTo(registry);

        assertThat(registry.get("dao.disk.busy").meters())
                .extracting(meter -> meter.getId().getTag("device"))
                .containsExactly("vda");
        assertThat(counter("dao.disk.busy")).isEqualTo(33.9);
    }

    @Test
    void aSystemThatTellsNothingIsLeftOut() {
        new HostMetrics(root.resolve("nowhere"), 1000).bindTo(registry);

        assertThat(registry.getMeters())
                .extracting((Meter meter) -> meter.getId().getName())
                .containsExactly("dao.memory.limit");
    }

    private double gauge(String name) {
        return registry.get(name).gauge().value();
    }

    private double counter(String name) {
        return registry.get(name).functionCounter().count();
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
