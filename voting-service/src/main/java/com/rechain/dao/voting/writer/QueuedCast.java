package com.rechain.dao.voting.writer;

import com.rechain.dao.platform.telemetry.Step;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A ballot in the queue with the one who waits for it. Either the writer takes it or its deadline
 * does, never both.
 */
final class QueuedCast {
    private final Cast cast;
    private final Step step;
    private final long queuedAt;
    private final long deadline;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final AtomicBoolean taken = new AtomicBoolean();

    QueuedCast(Cast cast, Duration patience, Step step) {
        this.cast = cast;
        this.step = step;
        queuedAt = System.nanoTime();
        deadline = queuedAt + patience.toNanos();
    }

    Cast cast() {
        return cast;
    }

    /** What is recorded of it, from the queue to the commit. */
    Step step() {
        return step;
    }

    long waitedNanos() {
        return System.nanoTime() - queuedAt;
    }

    boolean isLate() {
        return nanosLeft() <= 0;
    }

    long nanosLeft() {
        return deadline - System.nanoTime();
    }

    /**
     * Takes it out of its waiter's hands, to be written or to be given up; false when the other
     * side was faster.
     */
    boolean take() {
        return taken.compareAndSet(false, true);
    }

    void complete(Answer result) {
        answer.complete(result);
    }

    void complete(CastOutcome outcome) {
        complete(Answer.of(outcome));
    }

    /** Comes from the writer, or at the deadline. */
    CompletableFuture<Answer> answer() {
        return answer;
    }

    boolean isAnswered() {
        return answer.isDone();
    }

    /**
     * Answers at the deadline whoever still waits. A ballot that no writer has taken by then is
     * given up and surely not written; one that is being written just then may be.
     */
    void expire() {
        complete(take() ? new CastOutcome.Overloaded() : new CastOutcome.Unresolved());
    }
}
