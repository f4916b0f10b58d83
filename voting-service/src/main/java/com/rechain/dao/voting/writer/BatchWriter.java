package com.rechain.dao.voting.writer;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Writes batches so that every ballot gets its own true answer: a batch that fails is tried again,
 * then halved until the ballot that cannot be written stands alone; a commit whose outcome is
 * unknown is resolved by looking.
 */
final class BatchWriter {
    private static final Logger LOG = Logger.getLogger(BatchWriter.class);
    private static final int TRIES = 3;
    private static final long PAUSE_MILLIS = 20;

    private final BatchStore store;
    private final WriterMetrics metrics;

    BatchWriter(BatchStore store, WriterMetrics metrics) {
        this.store = store;
        this.metrics = metrics;
    }

    /**
     * Writes ballots that were taken from the queue and answers each.
     *
     * @return false when the primary is away
     */
    boolean write(List<QueuedCast> batch) {
        return write(batch, 1);
    }

    private boolean write(List<QueuedCast> batch, int attempt) {
        long start = System.nanoTime();
        try {
            answer(batch, store.write(casts(batch)));
            metrics.committed(System.nanoTime() - start);
            return true;
        } catch (CommitUnknownException e) {
            return resolve(batch, e);
        } catch (SQLException | RuntimeException e) {
            return recover(batch, attempt, e);
        }
    }

    private boolean recover(List<QueuedCast> batch, int attempt, Exception failure) {
        return switch (FailureKind.of(failure)) {
            case AWAY -> {
                LOG.debugf("the primary is away: %s", failure.getMessage());
                complete(batch, new CastOutcome.Unavailable());
                yield false;
            }
            case IN_THE_WAY ->
                    attempt < TRIES
                            ? write(batch, attempt + 1)
                            : halve(batch, failure, new CastOutcome.Overloaded());
            case DUPLICATE ->
                    attempt < TRIES
                            ? write(batch, attempt + 1)
                            : halve(batch, failure, new CastOutcome.Failed());
            case BROKEN -> halve(batch, failure, new CastOutcome.Failed());
        };
    }

    /** The first half is written first, so that the ballots of one voter keep their order. */
    private boolean halve(List<QueuedCast> batch, Exception failure, CastOutcome ofOneAlone) {
        if (batch.size() == 1) {
            LOG.errorf(
                    failure,
                    "a ballot on %s cannot be written",
                    batch.getFirst().cast().box().proposalId());
            complete(batch, ofOneAlone);
            return true;
        }
        int middle = batch.size() / 2;
        boolean first = writePart(batch.subList(0, middle));
        return writePart(batch.subList(middle, batch.size())) && first;
    }

    /** Once, until a ballot stands alone: the others of the batch are waiting meanwhile. */
    private boolean writePart(List<QueuedCast> part) {
        return write(part, part.size() == 1 ? 1 : TRIES);
    }

    /** Asks what became of a lost commit for as long as anybody waits for the answer. */
    private boolean resolve(List<QueuedCast> batch, CommitUnknownException unknown) {
        LOG.warnf("the outcome of a commit is unknown: %s", unknown.getMessage());
        while (batch.stream().anyMatch(cast -> !cast.isLate())) {
            try {
                Optional<BatchStore.Written> written = store.written(unknown.plan());
                if (written.isPresent()) {
                    answer(batch, written.get());
                    return true;
                }
                return write(batch, 1);
            } catch (SQLException | RuntimeException e) {
                LOG.debugf("still unknown: %s", e.getMessage());
                pause();
            }
        }
        complete(batch, new CastOutcome.Unresolved());
        return false;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Cast> casts(List<QueuedCast> batch) {
        return batch.stream().map(QueuedCast::cast).toList();
    }

    private static void answer(List<QueuedCast> batch, BatchStore.Written written) {
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).step().note("dao.batch.size", batch.size());
            batch.get(i).complete(new Answer(written.outcomes().get(i), written.freshness()));
        }
    }

    private static void complete(List<QueuedCast> batch, CastOutcome outcome) {
        batch.forEach(cast -> cast.complete(outcome));
    }
}
