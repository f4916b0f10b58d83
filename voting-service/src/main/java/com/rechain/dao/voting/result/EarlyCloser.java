package com.rechain.dao.voting.result;

import com.rechain.dao.platform.event.OutboxRows;
import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.tally.system.EarlyEnd;
import com.rechain.dao.voting.box.Box;
import com.rechain.dao.voting.box.BoxRows;
import com.rechain.dao.voting.box.Boxes;
import com.rechain.dao.voting.box.Phase;
import com.rechain.dao.voting.box.WindowMoved;
import com.rechain.dao.voting.electorate.Electorate;
import com.rechain.dao.voting.electorate.ElectorateRows;
import com.rechain.dao.voting.sql.Primary;
import com.rechain.dao.voting.tally.TallyChanged;
import com.rechain.dao.voting.tally.TallyRows;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Ends votes before their time where their rules allow it: it moves the end to the present instant,
 * and the {@link Closer} closes them like any other. What an instance has changed it remembers in
 * memory; a slower sweep over all open boxes catches what a crash forgot.
 */
@ApplicationScoped
public class EarlyCloser {
    private static final Logger LOG = Logger.getLogger(EarlyCloser.class);
    private static final int SWEPT = 10_000;

    private final Set<UUID> changed = ConcurrentHashMap.newKeySet();
    private final Boxes boxes;
    private final Primary primary;
    private final Clock clock;

    EarlyCloser(Boxes boxes, Primary primary, Clock clock) {
        this.boxes = boxes;
        this.primary = primary;
        this.clock = clock;
    }

    void note(@Observes TallyChanged tally) {
        changed.add(tally.proposalId());
    }

    @Scheduled(every = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sweep() {
        changed.addAll(primary.call(connection -> BoxRows.open(connection, SWEPT)));
    }

    /** Ends what is decided of the votes that have changed since it was last called. */
    @Scheduled(every = "${dao.closing.every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    public void endDecided() {
        for (UUID proposalId : List.copyOf(changed)) {
            // Removed first: a ballot that comes in while we look puts it back.
            changed.remove(proposalId);
            try {
                boxes.find(proposalId)
                        .filter(box -> box.rules().ending().mayEndEarly())
                        .ifPresent(this::endIfDecided);
            } catch (RuntimeException e) {
                LOG.debugf("the vote on %s is looked at later: %s", proposalId, e.getMessage());
                changed.add(proposalId);
            }
        }
    }

    /** Looks without a lock first: most looks find a vote that goes on. */
    private void endIfDecided(Box box) {
        if (primary.call(connection -> reason(connection, box)).isPresent()) {
            primary.transact(connection -> end(connection, box));
        }
    }

    private boolean end(Connection connection, Box box) throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean open =
                BoxRows.lock(connection, box.proposalId())
                        .map(row -> row.phaseAt(now))
                        .filter(Phase.ACTIVE::equals)
                        .isPresent();
        Optional<EarlyEnd> reason = open ? reason(connection, box) : Optional.empty();
        if (reason.isPresent()) {
            Instant end = afterAllBallots(connection, box, now);
            WindowMoved moved =
                    new WindowMoved(box.proposalId(), box.spaceId(), end, named(reason.get()), now);
            BoxRows.moveEnd(connection, moved);
            OutboxRows.insert(connection, List.of(moved.message()));
        }
        return reason.isPresent();
    }

    /**
     * Ballots that came while the lock was waited for, or to an instance whose clock is ahead, are
     * counted: so they are in the window.
     */
    private static Instant afterAllBallots(Connection connection, Box box, Instant now)
            throws SQLException {
        return TallyRows.lastCast(connection, box.proposalId())
                .map(last -> last.plus(1, ChronoUnit.MICROS))
                .filter(next -> next.isAfter(now))
                .orElse(now);
    }

    private static Optional<EarlyEnd> reason(Connection connection, Box box) throws SQLException {
        Optional<Electorate> electorate = ElectorateRows.find(connection, box.proposalId());
        if (electorate.filter(Electorate::isReady).isEmpty()) {
            return Optional.empty();
        }
        Tally tally = TallyRows.running(connection, box);
        return box.system()
                .endsEarly(tally, box.choices().size(), box.rules(), electorate.get().eligible());
    }

    private static WindowMoved.Reason named(EarlyEnd end) {
        return switch (end) {
            case DECIDED -> WindowMoved.Reason.DECIDED;
            case SUPER_QUORUM -> WindowMoved.Reason.SUPER_QUORUM;
        };
    }
}
