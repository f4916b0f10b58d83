package com.rechain.dao.perf.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the time of all processors of the machine went since it started, in hundredths of a second.
 *
 * @param busy in which a processor did something
 * @param waiting for a disk, with nothing else to do
 * @param stolen by whatever else the host runs; part of what counts as busy
 */
public record MachineTicks(long all, long busy, long waiting, long stolen) {
    private static final int IDLE = 4;
    private static final int IO_WAIT = 5;
    private static final int STEAL = 8;

    public static MachineTicks now() {
        try {
            return parse(Files.readAllLines(Path.of("/proc/stat")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The busy part of the time since {@code before}, 0 to 1. */
    public double shareSince(MachineTicks before) {
        long ticks = all - before.all;
        return ticks == 0 ? 0 : (double) (busy - before.busy) / ticks;
    }

    static MachineTicks parse(List<String> stat) {
        String[] words = stat.getFirst().trim().split("\\s+", -1);
        long all = 0;
        // user, nice, system, idle, iowait, irq, softirq, steal; guests are in user already
        for (int i = 1; i <= STEAL; i++) {
            all += Long.parseLong(words[i]);
        }
        long waiting = Long.parseLong(words[IO_WAIT]);
        long idle = Long.parseLong(words[IDLE]) + waiting;
        return new MachineTicks(all, all - idle, waiting, Long.parseLong(words[STEAL]));
    }
}
