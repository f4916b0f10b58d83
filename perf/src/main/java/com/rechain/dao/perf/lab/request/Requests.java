package com.rechain.dao.perf.lab.request;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** All requests of a run, counted by second, step and status; writes are kept one by one. */
public final class Requests {
    private static final int SLOWEST = 20;
    private static final int DIGITS = 2;

    private final SortedMap<Slot, Histogram> slots = new TreeMap<>();
    private final List<RequestLine> writes = new ArrayList<>();
    private final PriorityQueue<RequestLine> slowest =
            new PriorityQueue<>(Comparator.comparingLong(RequestLine::micros));
    private long begin = Long.MAX_VALUE;
    private long lastSent;

    /** Where a request is counted: the second it left in, from the run's first one. */
    public record Slot(int second, String step, int status) implements Comparable<Slot> {
        private static final Comparator<Slot> ORDER =
                Comparator.comparingInt(Slot::second)
                        .thenComparing(Slot::step)
                        .thenComparingInt(Slot::status);

        @Override
        public int compareTo(Slot other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * Reads what a tool wrote.
     *
     * @throws IllegalArgumentException when a line is not whole
     */
    public static Requests read(Path log) throws IOException {
        Requests requests = new Requests();
        requests.begin = firstSent(log);
        try (BufferedReader lines = Files.newBufferedReader(log)) {
            String line;
            while ((line = lines.readLine()) != null) {
                if (!line.isBlank()) {
                    requests.add(RequestLine.parse(line));
                }
            }
        }
        return requests;
    }

    /** When the first request left, in milliseconds since 1970. */
    public long begin() {
        return begin;
    }

    public long lastSent() {
        return lastSent;
    }

    public SortedMap<Slot, Histogram> slots() {
        return slots;
    }

    public List<RequestLine> writes() {
        return writes;
    }

    public List<RequestLine> slowest() {
        return slowest.stream()
                .sorted(Comparator.comparingLong(RequestLine::micros).reversed())
                .toList();
    }

    public boolean isEmpty() {
        return slots.isEmpty();
    }

    private void add(RequestLine line) {
        int second = (int) TimeUnit.MILLISECONDS.toSeconds(line.sentAt() - begin);
        slots.computeIfAbsent(
                        new Slot(second, line.step(), line.status()), _ -> new Histogram(DIGITS))
                .recordValue(line.micros());
        lastSent = Math.max(lastSent, line.sentAt());
        if (line.acknowledged() || line.refused() || line.undecided()) {
            writes.add(line);
        }
        slowest.add(line);
        if (slowest.size() > SLOWEST) {
            slowest.poll();
        }
    }

    private static long firstSent(Path log) throws IOException {
        long first = Long.MAX_VALUE;
        try (BufferedReader lines = Files.newBufferedReader(log)) {
            String line;
            while ((line = lines.readLine()) != null) {
                int tab = line.indexOf('\t');
                if (tab > 0) {
                    first = Math.min(first, Long.parseLong(line.substring(0, tab)));
                }
            }
        }
        return first;
    }
}
