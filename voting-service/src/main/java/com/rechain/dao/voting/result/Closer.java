package com.rechain.dao.voting.result;

import com.rechain.dao.platform.cache.Invalidations;
import com.rechain.dao.platform.event.Outbox;
import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.tally.json.Sha256;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.voting.box.Box;
import com.rechain.dao.voting.box.BoxRow;
import com.rechain.dao.voting.box.BoxRows;
import com.rechain.dao.voting.box.BoxState;
import com.rechain.dao.voting.electorate.Electorate;
import com.rechain.dao.voting.electorate.ElectorateRows;
import com.rechain.dao.voting.sql.Primary;
import com.rechain.dao.voting.tally.TallyRows;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Closes votes in two steps, each a transaction, right with any number of instances. First the box
 * is locked against every ballot and marked; then all ballots are counted again. Only if that
 * agrees with the counters is there a result; if not, the box is held, an alarm rises, and nothing
 * is published.
 */
@ApplicationScoped
public class Closer {
    private static final Logger LOG = Logger.getLogger(Closer.class);

    private final Primary primary;
    private final Outbox outbox;
    private final Invalidations invalidations;
    private final ClosingConfig config;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final Counter mismatches;

    Closer(
            Primary primary,
            Outbox outbox,
            Invalidations invalidations,
            ClosingConfig config,
            Clock clock,
            MeterRegistry metrics) {
        this.primary = primary;
        this.outbox = outbox;
        this.invalidations = invalidations;
        this.config = config;
        this.clock = clock;
        this.metrics = metrics;
        mismatches = metrics.counter("dao.tally.counter.mismatches");
    }

    /** Closes what is over; one vote that cannot be closed holds up no other. */
    public void closeDue() {
        Instant endedBy = clock.instant().minus(config.grace());
        each(
                due(BoxState.OPEN, endedBy),
                (connection, proposalId) -> lock(connection, proposalId, endedBy));
        each(due(BoxState.TALLYING, endedBy), this::certify);
    }

    /** One step towards the end of a vote, in a transaction of its own; whether it was made. */
    private interface Closing {
        boolean step(Connection connection, UUID proposalId) throws SQLException;
    }

    private void each(List<UUID> proposalIds, Closing closing) {
        for (UUID proposalId : proposalIds) {
            try {
                primary.transact(connection -> closing.step(connection, proposalId));
            } catch (RuntimeException e) {
                LOG.errorf(e, "the vote on %s is closed later", proposalId);
            }
        }
    }

    private List<UUID> due(BoxState state, Instant endedBy) {
        return primary.call(
                connection -> BoxRows.ended(connection, state, endedBy, config.batch()));
    }

    /** Waits for the ballots that are being written; after it, no ballot gets in. */
    private static boolean lock(Connection connection, UUID proposalId, Instant endedBy)
            throws SQLException {
        return BoxRows.lock(connection, proposalId)
                        .filter(row -> !row.endsAt().isAfter(endedBy))
                        .isPresent()
                && BoxRows.move(connection, proposalId, BoxState.OPEN, BoxState.TALLYING);
    }

    private boolean certify(Connection connection, UUID proposalId) throws SQLException {
        if (!ResultRows.claim(connection, proposalId)) {
            return false;
        }
        Optional<BoxRow> tallying =
                BoxRows.state(connection, proposalId)
                        .filter(row -> row.state() == BoxState.TALLYING);
        return tallying.isPresent() && certify(connection, tallying.get());
    }

    private boolean certify(Connection connection, BoxRow row) throws SQLException {
        UUID proposalId = row.proposalId();
        Box box = BoxRows.find(connection, proposalId).orElseThrow();
        Tally recount = TallyRows.recount(connection, box);
        if (!recount.counters().equals(TallyRows.running(connection, box).counters())) {
            return hold(connection, proposalId);
        }
        Electorate electorate = ElectorateRows.find(connection, proposalId).orElseThrow();
        Decision decision = box.decide(recount, electorate.eligible());
        return publish(
                connection,
                box,
                decision.verdict().name(),
                ResultDocument.of(box, row, electorate, decision));
    }

    private boolean hold(Connection connection, UUID proposalId) throws SQLException {
        BoxRows.move(connection, proposalId, BoxState.TALLYING, BoxState.HELD);
        mismatches.increment();
        LOG.errorf("HELD: recount and counters of %s disagree; nothing is published", proposalId);
        return false;
    }

    private boolean publish(Connection connection, Box box, String outcome, String document)
            throws SQLException {
        if (!BoxRows.close(connection, box.proposalId(), outcome)) {
            // Canceled while we counted.
            return false;
        }
        Instant now = clock.instant();
        ResultRow result =
                new ResultRow(box.proposalId(), outcome, document, Sha256.hex(document), now);
        ResultRows.insert(connection, result);
        invalidations.afterCommit(List.of(Results.tag(box.proposalId())));
        outbox.append(
                ResultCertified.TYPE, box.proposalId(), ResultCertified.of(result, box.spaceId()));
        metrics.counter("dao.results", "outcome", outcome).increment();
        return true;
    }
}
