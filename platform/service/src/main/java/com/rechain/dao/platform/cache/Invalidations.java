package com.rechain.dao.platform.cache;

import com.rechain.dao.platform.replica.PrimaryTime;
import com.rechain.dao.platform.time.Micros;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;

/** Makes what depends on a change dead, everywhere, when the change is committed. */
@ApplicationScoped
public class Invalidations {
    private final CacheRegistry caches;
    private final PrimaryTime time;
    private final Clock clock;
    private final TransactionSynchronizationRegistry transaction;

    Invalidations(
            CacheRegistry caches,
            PrimaryTime time,
            Clock clock,
            TransactionSynchronizationRegistry transaction) {
        this.caches = caches;
        this.time = time;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** What has one of {@code tags} is dead as of now: for a change that is committed. */
    public void now(Collection<String> tags) {
        caches.invalidate(micros(), tags);
    }

    /** The same once the transaction at hand has committed. */
    public void afterCommit(Collection<String> tags) {
        transaction.registerInterposedSynchronization(
                new Synchronization() {
                    @Override
                    public void beforeCompletion() {}

                    @Override
                    public void afterCompletion(int status) {
                        if (status == Status.STATUS_COMMITTED) {
                            now(tags);
                        }
                    }
                });
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
