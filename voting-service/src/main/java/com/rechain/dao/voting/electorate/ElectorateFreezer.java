package com.rechain.dao.voting.electorate;

import com.rechain.dao.platform.event.Outbox;
import com.rechain.dao.platform.replica.SqlFunction;
import com.rechain.dao.voting.box.Box;
import com.rechain.dao.voting.box.BoxRows;
import com.rechain.dao.voting.box.BoxState;
import com.rechain.dao.voting.space.UserServiceApi.ElectoratePage;
import com.rechain.dao.voting.sql.Primary;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Freezes one electorate at a time: fetches it from user-service, replaces whatever an earlier
 * attempt has left, and opens the box together with the READY mark and its event. Right with any
 * number of instances: each chunk is written only by the holder of the lease.
 */
@ApplicationScoped
public class ElectorateFreezer {
    private static final Logger LOG = Logger.getLogger(ElectorateFreezer.class);

    private final Primary primary;
    private final FlowSource source;
    private final Outbox outbox;
    private final ElectorateConfig config;
    private final MeterRegistry metrics;
    private final Clock clock;

    ElectorateFreezer(
            Primary primary,
            FlowSource source,
            Outbox outbox,
            ElectorateConfig config,
            MeterRegistry metrics,
            Clock clock) {
        this.primary = primary;
        this.source = source;
        this.outbox = outbox;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Attempts the electorate that has been due longest; tells whether there was one. */
    public boolean freezeNext() {
        Instant now = clock.instant();
        Optional<Lease> lease =
                primary.call(connection -> LeaseRows.due(connection, now)).stream()
                        .map(due -> take(due, now))
                        .flatMap(Optional::stream)
                        .findFirst();
        lease.ifPresent(this::attempt);
        return lease.isPresent();
    }

    private Optional<Lease> take(UUID due, Instant now) {
        return primary.transact(
                connection -> LeaseRows.take(connection, due, now, now.plus(config.lease())));
    }

    private void attempt(Lease lease) {
        try {
            clear(lease);
            FrozenFlows flows = source.flows(lease, box(lease), () -> whileLeased(lease, _ -> 0));
            copy(lease, flows);
            finish(lease, flows, copyEntries(lease, flows));
            count("frozen");
        } catch (LeaseLostException e) {
            LOG.warn(e.getMessage());
            count("lost");
        } catch (RuntimeException e) {
            LOG.warnf("the electorate of %s is tried again: %s", lease.proposalId(), e.toString());
            count("failed");
            Instant next = clock.instant().plus(pause(lease.attempts()));
            primary.transact(connection -> {
                LeaseRows.giveBack(connection, lease, next);
                return next;
            });
        }
    }

    private Box box(Lease lease) {
        return primary.call(connection -> BoxRows.find(connection, lease.proposalId()))
                .orElseThrow(() -> new IllegalStateException("an electorate without a box"));
    }

    private void clear(Lease lease) {
        int most = config.chunkSize();
        int deleted;
        do {
            deleted =
                    whileLeased(
                            lease,
                            connection ->
                                    Math.max(
                                            ElectorateRows.clear(
                                                    connection, lease.proposalId(), most),
                                            FlowRows.clear(connection, lease.proposalId(), most)));
        } while (deleted == most);
    }

    private void copy(Lease lease, FrozenFlows flows) {
        inChunks(
                lease,
                flows.all(),
                (connection, from, chunk) ->
                        FlowRows.insert(connection, lease.proposalId(), from, chunk));
    }

    private FrozenSums copyEntries(Lease lease, FrozenFlows flows) {
        FrozenSums sums = new FrozenSums();
        UUID after = null;
        do {
            ElectoratePage page = source.page(lease, after);
            List<Voter> voters = flows.voters(page, after);
            voters.forEach(sums::add);
            inChunks(
                    lease,
                    voters,
                    (connection, _, chunk) ->
                            ElectorateRows.insert(connection, lease.proposalId(), chunk));
            after = page.next();
        } while (after != null);
        return sums;
    }

    /** Writes a part of a list, which begins at {@code from}. */
    private interface Writing<T> {
        void write(Connection connection, int from, List<T> chunk) throws SQLException;
    }

    private <T> void inChunks(Lease lease, List<T> all, Writing<T> writing) {
        for (int from = 0; from < all.size(); from += config.chunkSize()) {
            int start = from;
            List<T> chunk = all.subList(from, Math.min(all.size(), from + config.chunkSize()));
            whileLeased(
                    lease,
                    connection -> {
                        writing.write(connection, start, chunk);
                        return chunk.size();
                    });
        }
    }

    private void finish(Lease lease, FrozenFlows flows, FrozenSums sums) {
        Instant now = clock.instant();
        whileLeased(
                lease,
                connection -> {
                    ElectorateRows.ready(connection, lease.proposalId(), sums, now);
                    if (!flows.all().isEmpty()) {
                        FlowRows.markDelegated(connection, lease.proposalId());
                    }
                    if (!BoxRows.move(
                            connection, lease.proposalId(), BoxState.WAITING, BoxState.OPEN)) {
                        throw new LeaseLostException(lease.proposalId());
                    }
                    outbox.append(
                            ElectorateReady.TYPE, lease.proposalId(), ready(lease, sums, now));
                    return now;
                });
    }

    private static ElectorateReady ready(Lease lease, FrozenSums sums, Instant now) {
        return new ElectorateReady(
                lease.proposalId(),
                lease.spaceId(),
                lease.takenAt(),
                sums.voters(),
                sums.totalWeight().toString(),
                HexFormat.of().formatHex(sums.merkleRoot()),
                now);
    }

    private <T> T whileLeased(Lease lease, SqlFunction<Connection, T> work) {
        return primary.transact(connection -> {
            LeaseRows.keep(connection, lease, clock.instant().plus(config.lease()));
            return work.apply(connection);
        });
    }

    private Duration pause(int attempts) {
        Duration doubled = config.firstPause().multipliedBy(1L << Math.min(attempts - 1, 16));
        return doubled.compareTo(config.longestPause()) < 0 ? doubled : config.longestPause();
    }

    private void count(String outcome) {
        metrics.counter("dao.electorates", "outcome", outcome).increment();
    }
}
