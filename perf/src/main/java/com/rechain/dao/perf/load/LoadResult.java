package com.rechain.dao.perf.load;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * What a load did.
 *
 * @param intended how many requests were due
 * @param sent how many left
 * @param kinds the answers, by the kind of request
 * @param sending from the start until the last request left
 * @param took from the start until the last answer
 * @param generatorCpu processor time of the generator itself
 */
public record LoadResult(
        double intendedRate,
        long intended,
        long sent,
        Map<String, KindResult> kinds,
        Duration sending,
        Duration took,
        Duration generatorCpu) {

    public LoadResult {
        kinds = Map.copyOf(kinds);
    }

    /** What this load and one right after it did together; the rate stays this one's. */
    public LoadResult plus(LoadResult next) {
        Map<String, KindResult> both = new TreeMap<>();
        for (LoadResult part : new LoadResult[] {this, next}) {
            part.kinds.forEach((kind, result) ->
                    both.computeIfAbsent(kind, _ -> new KindResult()).add(result));
        }
        return new LoadResult(
                intendedRate,
                intended + next.intended,
                sent + next.sent,
                both,
                sending.plus(next.sending),
                took.plus(next.took),
                generatorCpu.plus(next.generatorCpu));
    }

    /** The answers to requests of one kind; none when there was no such request. */
    public KindResult kind(String name) {
        return kinds.getOrDefault(name, new KindResult());
    }

    /** Answers by status, of all kinds; 0 stands for no answer. */
    public Map<Integer, Long> statuses() {
        return all().statuses();
    }

    /** From the instant a request was due to the end of its answer, in microseconds. */
    public Histogram latency() {
        return all().latency();
    }

    /** Successful answers per second of the whole run, stragglers included. */
    public double goodput() {
        return succeeded() * 1e9 / took.toNanos();
    }

    public long succeeded() {
        return statuses().entrySet().stream()
                .filter(entry -> entry.getKey() / 100 == 2)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    public long failed() {
        return statuses().values().stream().mapToLong(Long::longValue).sum() - succeeded();
    }

    /** The latency that {@code percent} of the answers stayed within, in milliseconds. */
    public double millis(double percent) {
        return all().millis(percent);
    }

    /** Processor time of the generator for a request, in microseconds. */
    public double generatorMicros() {
        return sent == 0 ? 0 : generatorCpu.toNanos() / 1e3 / sent;
    }

    /** The rate at which requests did leave. */
    public double sentRate() {
        return sent < 2 ? intendedRate : (sent - 1) * 1e9 / Math.max(1, sending.toNanos());
    }

    /** Whether the run counts: at least 99 % of the intended rate was sent. */
    public boolean counts() {
        return sent >= 0.99 * intended && sentRate() >= 0.99 * intendedRate;
    }

    /** Whether the run counts and everything was answered well at the pace it was sent. */
    public boolean held() {
        return counts() && failed() == 0 && goodput() >= 0.97 * intendedRate;
    }

    private KindResult all() {
        KindResult all = new KindResult();
        kinds.values().forEach(all::add);
        return all;
    }
}
