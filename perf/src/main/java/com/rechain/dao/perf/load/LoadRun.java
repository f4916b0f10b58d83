package com.rechain.dao.perf.load;

import com.rechain.dao.perf.measure.Cpu;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** One run of a generator: what is due when, and what became of it. */
final class LoadRun {
    private final double rate;
    private final long total;
    private final double nanosBetween;
    private final Map<String, KindResult> kinds = new TreeMap<>();
    private final long started = System.nanoTime();
    private final long cpuAtStart = Cpu.ofThisThread();
    private long lastSent = started;
    private long ended = started;
    private long sent;
    private long answered;

    LoadRun(double rate, long total) {
        this.rate = rate;
        this.total = total;
        nanosBetween = 1e9 / rate;
    }

    /** Takes a request to its way. */
    @FunctionalInterface
    interface Sender {
        void send(long number, long dueAt);
    }

    boolean allSent() {
        return sent == total;
    }

    boolean underWay() {
        return answered < sent;
    }

    boolean allAnswered() {
        return answered == total;
    }

    void sendWhatIsDue(Sender sender) {
        long now = System.nanoTime();
        while (sent < total && dueAt(sent) <= now) {
            long number = sent++;
            sender.send(number, dueAt(number));
            lastSent = now;
        }
    }

    /** How long nothing is due; 0 or less when something is. */
    long nanosUntilNext() {
        return allSent() ? 0 : dueAt(sent) - System.nanoTime();
    }

    void record(Due due, Answer answer) {
        ended = System.nanoTime();
        kinds.computeIfAbsent(due.request().kind(), _ -> new KindResult())
                .add(answer.status(), (ended - due.at()) / 1_000);
        answered++;
        Consumer<Answer> listener = due.request().listener();
        if (listener != null) {
            listener.accept(answer);
        }
    }

    LoadResult result() {
        return new LoadResult(
                rate,
                total,
                sent,
                kinds,
                Duration.ofNanos(lastSent - started),
                Duration.ofNanos(ended - started),
                Duration.ofNanos(Cpu.ofThisThread() - cpuAtStart));
    }

    private long dueAt(long number) {
        return started + (long) (number * nanosBetween);
    }
}
