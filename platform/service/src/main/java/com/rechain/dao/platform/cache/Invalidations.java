package com.rechain.dao.platform.cache;

import com.rechain.dao.platform.replica.PrimaryTime;
import com.rechain.dao.platform.time.Micros;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;

/** Makes what depends on a change dead, everywhere, when the change is committed. */
@ApplicationScoped
public class Invalidations {
    private final CacheRegistry caches;
    private final PrimaryTime time;
    private final Clock clock;
    private final TransactionManager transactions;

    Invalidations(
            CacheRegistry caches, PrimaryTime time, Clock clock, TransactionManager transactions) {
        this.caches = caches;
        this.time = time;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** What has one of {@code tags} is dead as of now: for a change that is committed. */
    public void now(Collection<String> tags) {
        caches.invalidate(micros(), tags);
    }

    /**
     * The same once the transaction at hand has committed and given its connection back.
     *
     * @throws IllegalStateException when there is none
     */
    public void afterCommit(Collection<String> tags) {
        try {
            // Not an interposed one: those come before the pool's own, with the connection still
            // held. As many commits as the pool has connections would then each wait for one more.
            current().registerSynchronization(new AfterCommit(tags));
        } catch (RollbackException _) {
            // It will not commit.
        } catch (SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    private Transaction current() throws SystemException {
        Transaction transaction = transactions.getTransaction();
        if (transaction == null) {
            throw new IllegalStateException("a change outside a transaction");
        }
        return transaction;
    }

    private final class AfterCommit implements Synchronization {
        private final Collection<String> tags;

        private AfterCommit(Collection<String> tags) {
            this.tags = tags;
        }

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                now(tags);
            }
        }
    }

    private long micros() {
        try {
            return time.micros();
        } catch (SQLException _) {
            // The commit is done, so it lies before this process's clock, which follows the
            // primary's.
            return Micros.of(clock.instant().plusMillis(1));
        }
    }
}
