package com.rechain.dao.voting.writer;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Answers those whose deadline has passed, wherever their ballots are by then. All have the same
 * patience, so the oldest ballot is the first to be late: one thread that sleeps until then serves
 * all, and a ballot that is answered in time costs no timer.
 */
final class Deadlines {
    private final Queue<QueuedCast> waiting = new ConcurrentLinkedQueue<>();
    private final Duration patience;
    private final Thread thread;
    private volatile boolean stopping;

    /**
     * @param patience of every ballot that is watched
     */
    Deadlines(Duration patience) {
        this.patience = patience;
        this.thread = Thread.ofPlatform().daemon().name("ballot-deadlines").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void stop() {
        stopping = true;
        LockSupport.unpark(thread);
    }

    /** Sees to it that whoever waits for {@code cast} is answered at its deadline. */
    void watch(QueuedCast cast) {
        oldestUnanswered();
        waiting.add(cast);
    }

    private void run() {
        while (!stopping) {
            QueuedCast oldest = oldestUnanswered();
            if (oldest != null && oldest.isLate()) {
                oldest.expire();
            } else {
                // What comes while there is none cannot be late before that.
                LockSupport.parkNanos(
                        this, oldest == null ? patience.toNanos() : oldest.nanosLeft());
            }
        }
    }

    /** Forgets the answered ones before it, so that only those are held for which it matters. */
    private @Nullable QueuedCast oldestUnanswered() {
        QueuedCast oldest = waiting.peek();
        while (oldest != null && oldest.isAnswered()) {
            waiting.remove(oldest);
            oldest = waiting.peek();
        }
        return oldest;
    }
}
