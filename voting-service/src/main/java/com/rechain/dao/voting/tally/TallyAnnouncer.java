package com.rechain.dao.voting.tally;

import com.rechain.dao.platform.event.Outbox;
import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.voting.box.Box;
import com.rechain.dao.voting.box.BoxRows;
import com.rechain.dao.voting.box.Boxes;
import com.rechain.dao.voting.sql.Primary;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Announces changed tallies, each proposal's at most once per interval over all instances. What an
 * instance has changed it remembers in memory; a slower sweep over all open boxes, a statement for
 * every few hundred of them, catches what a crash forgot. Hidden tallies are never announced.
 */
@ApplicationScoped
public class TallyAnnouncer {
    private static final Logger LOG = Logger.getLogger(TallyAnnouncer.class);
    private static final int SWEPT = 10_000;
    private static final int AT_ONCE = 200;

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
        changed.addAll(unannounced());
    }

    /** Open boxes with another tally than the one announced last. */
    List<UUID> unannounced() {
        List<UUID> open =
                primary.call(connection -> BoxRows.open(connection, SWEPT)).stream()
                        .filter(id -> !isKnownAsHidden(id))
                        .toList();
        List<UUID> found = new ArrayList<>();
        for (int from = 0; from < open.size(); from += AT_ONCE) {
            List<UUID> some = open.subList(from, Math.min(from + AT_ONCE, open.size()));
            found.addAll(
                    primary.call(connection -> AnnouncementRows.unannounced(connection, some)));
        }
        return found;
    }

    private boolean isKnownAsHidden(UUID proposalId) {
        return boxes.known(proposalId).filter(Box::hidesUntilClose).isPresent();
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
        byte[] fingerprint = AnnouncementRows.fingerprint(tally.counters());
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
