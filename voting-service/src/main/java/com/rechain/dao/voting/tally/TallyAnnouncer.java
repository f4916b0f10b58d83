package com.rechain.dao.voting.tally;

import com.rechain.dao.platform.event.Outbox;
import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.tally.json.Sha256;
import com.rechain.dao.voting.box.Box;
import com.rechain.dao.voting.box.BoxRows;
import com.rechain.dao.voting.box.Boxes;
import com.rechain.dao.voting.sql.Primary;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Announces changed tallies, each proposal's at most once per interval over all instances. What an
 * instance has changed it remembers in memory; a slower sweep over all open boxes catches what a
 * crash forgot. Hidden tallies are never announced.
 */
@ApplicationScoped
public class TallyAnnouncer {
    private static final Logger LOG = Logger.getLogger(TallyAnnouncer.class);
    private static final int SWEPT = 10_000;

    private final Set<UUID> changed = ConcurrentHashMap.newKeySet();
    private final Boxes boxes;
    private final Primary primary;
    private final Outbox outbox;
    private final TallyConfig config;
    private final Clock clock;

    TallyAnnouncer(Boxes boxes, Primary primary, Outbox outbox, TallyConfig config, Clock clock) {
        this.boxes = boxes;
        this.primary = primary;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    /** Notes that ballots of this proposal have been committed. */
    public void tallyChanged(UUID proposalId) {
        changed.add(proposalId);
    }

    @Scheduled(
            every = "${dao.tally.announce-every:1s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void announceChanged() {
        for (UUID proposalId : List.copyOf(changed)) {
            // Removed first: a ballot that comes in while we read puts it back.
            changed.remove(proposalId);
            try {
                if (!announce(proposalId)) {
                    changed.add(proposalId);
                }
            } catch (RuntimeException e) {
                LOG.debugf("the tally of %s is announced later: %s", proposalId, e.getMessage());
                changed.add(proposalId);
            }
        }
    }

    @Scheduled(every = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sweep() {
        changed.addAll(primary.call(connection -> BoxRows.open(connection, SWEPT)));
    }

    /** Tells whether this proposal's tally needs no more announcing for now. */
    private boolean announce(UUID proposalId) {
        return boxes.find(proposalId)
                .filter(box -> !box.hidesUntilClose())
                .map(box -> primary.transact(connection -> announce(connection, box)))
                .orElse(true);
    }

    private boolean announce(Connection connection, Box box) throws SQLException {
        Tally tally = TallyRows.running(connection, box);
        if (tally.counters().isEmpty()) {
            return true;
        }
        byte[] fingerprint =
                Sha256.of(tally.counters().toString().getBytes(StandardCharsets.US_ASCII));
        if (AnnouncementRows.isAnnounced(connection, box.proposalId(), fingerprint)) {
            return true;
        }
        Instant now = clock.instant();
        Instant lastBefore = now.minus(config.announceEvery());
        if (!AnnouncementRows.claim(connection, box.proposalId(), fingerprint, now, lastBefore)) {
            return false;
        }
        outbox.append(TallyUpdated.TYPE, box.proposalId(), TallyUpdated.of(box, tally, now));
        return true;
    }
}
