package com.rechain.dao.voting.writer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** One queue and the thread that empties it, batch by batch. */
final class WriterLane {
    private static final Logger LOG = Logger.getLogger(WriterLane.class);
    private static final long IDLE_MILLIS = 50;

    private final BlockingQueue<QueuedCast> queue;
    private final BatchWriter writer;
    private final WriterMetrics metrics;
    private final BallotWriterConfig config;
    private final Thread thread;
    private volatile boolean stopping;

    WriterLane(int number, BatchStore store, WriterMetrics metrics, BallotWriterConfig config) {
        this.queue = new ArrayBlockingQueue<>(config.queue());
        this.writer = new BatchWriter(store, metrics);
        this.metrics = metrics;
        this.config = config;
        this.thread = Thread.ofPlatform().name("ballot-writer-" + number).unstarted(this::run);
        metrics.watch(queue, number);
    }

    void start() {
        thread.start();
    }

    /** Puts a ballot in the queue unless it is full. */
    boolean offer(QueuedCast cast) {
        return !stopping && queue.offer(cast);
    }

    /** Takes no more ballots and waits until the queued ones are written. */
    void stop(Duration patience) throws InterruptedException {
        stopping = true;
        if (!thread.join(patience)) {
            LOG.warnf(
                    "%d ballots were still queued at the end; their voters were answered 503",
                    queue.size());
        }
    }

    private void run() {
        while (!stopping || !queue.isEmpty()) {
            try {
                writeNext();
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                LOG.error("a batch of ballots was lost on its way", e);
            }
        }
    }

    private void writeNext() throws InterruptedException {
        QueuedCast first = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        if (first == null) {
            return;
        }
        List<QueuedCast> batch = taken(collect(first));
        if (batch.isEmpty()) {
            return;
        }
        metrics.batched(batch.size());
        if (!writer.write(batch)) {
            giveUpQueued();
        }
    }

    private List<QueuedCast> collect(QueuedCast first) throws InterruptedException {
        List<QueuedCast> batch = new ArrayList<>(config.batch());
        batch.add(first);
        long until = System.nanoTime() + config.linger().toNanos();
        queue.drainTo(batch, config.batch() - 1);
        while (batch.size() < config.batch()) {
            QueuedCast next = queue.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                break;
            }
            batch.add(next);
            queue.drainTo(batch, config.batch() - batch.size());
        }
        return batch;
    }

    /**
     * Those nobody has given up on. One whose deadline has passed is dropped here: surely not
     * written.
     */
    private List<QueuedCast> taken(List<QueuedCast> batch) {
        List<QueuedCast> taken = new ArrayList<>(batch.size());
        for (QueuedCast cast : batch) {
            metrics.waited(cast.waitedNanos());
            if (cast.take()) {
                if (cast.isLate()) {
                    cast.complete(new CastOutcome.Overloaded());
                } else {
                    cast.step().reached("taken from the queue");
                    taken.add(cast);
                }
            }
        }
        return taken;
    }

    /** With the primary away, whoever is queued hears it now and not at the deadline. */
    private void giveUpQueued() {
        List<QueuedCast> queued = new ArrayList<>();
        queue.drainTo(queued);
        for (QueuedCast cast : queued) {
            if (cast.take()) {
                cast.complete(new CastOutcome.Unavailable());
            }
        }
    }
}
