package com.rechain.dao.perf.plant;

import com.rechain.dao.perf.cli.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A control group with a CPU quota, of either version, that processes are put into for a while. */
public final class CpuQuota implements AutoCloseable {
    private static final Path ROOT = Path.of("/sys/fs/cgroup");
    private static final long PERIOD_MICROS = 100_000;

    private final Path group;
    private final Path parent;

    private CpuQuota(Path parent, Path group) {
        this.parent = parent;
        this.group = group;
    }

    /**
     * A group whose processes together get {@code cores} of a processor.
     *
     * @throws UsageException where this machine does not let us
     */
    public static CpuQuota of(double cores) {
        boolean second = Files.exists(ROOT.resolve("cgroup.controllers"));
        Path parent = second ? ROOT : ROOT.resolve("cpu");
        Path group =
                parent.resolve(
                        "dao-perf-%d-%d"
                                .formatted(ProcessHandle.current().pid(), System.nanoTime()));
        long micros = Math.max(1_000, Math.round(cores * PERIOD_MICROS));
        try {
            Files.createDirectory(group);
            if (second) {
                Files.writeString(group.resolve("cpu.max"), micros + " " + PERIOD_MICROS);
            } else {
                Files.writeString(group.resolve("cpu.cfs_period_us"), Long.toString(PERIOD_MICROS));
                Files.writeString(group.resolve("cpu.cfs_quota_us"), Long.toString(micros));
            }
        } catch (IOException e) {
            throw new UsageException(
                    "A CPU quota needs a control group, and %s can not be made here (%s)."
                            .formatted(group, e.getClass().getSimpleName()));
        }
        return new CpuQuota(parent, group);
    }

    /** Puts a process under the quota, with the threads that it has. */
    public CpuQuota with(long pid) throws IOException {
        Files.writeString(group.resolve("cgroup.procs"), Long.toString(pid));
        return this;
    }

    /** Gives the processes back to the group they can always be in, and ends this one. */
    @Override
    public void close() throws IOException {
        for (String pid : Files.readAllLines(group.resolve("cgroup.procs"))) {
            Files.writeString(parent.resolve("cgroup.procs"), pid);
        }
        Files.deleteIfExists(group);
    }
}
