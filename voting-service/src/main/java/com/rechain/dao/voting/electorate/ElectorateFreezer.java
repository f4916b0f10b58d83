package com.rechain.dao.voting.electorate;

import com.rechain.dao.platform.event.Outbox;
import com.rechain.dao.platform.replica.SqlFunction;
import com.rechain.dao.voting.box.BoxRows;
import com.rechain.dao.voting.box.BoxState;
import com.rechain.dao.voting.space.UserServiceApi;
import com.rechain.dao.voting.space.UserServiceApi.ElectoratePage;
import com.rechain.dao.voting.sql.Primary;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Freezes one electorate at a time: fetches it from user-service, replaces whatever an earlier
 * attempt has left, and opens the box together with the READY mark and its event. Right with any
 * number of instances: each chunk is written only by the holder of the lease.
 */
@ApplicationScoped
public class ElectorateFreezer {
    private static final Logger LOG = Logger.getLogger(ElectorateFreezer.class);
    private static final BigInteger NOTHING_RECEIVED = BigInteger.ZERO;

    private final Primary primary;
    private final UserServiceApi users;
    private final Outbox outbox;
    private final ElectorateConfig config;
    private final MeterRegistry metrics;
    private final Clock clock;

    ElectorateFreezer(
            Primary primary,
            @RestClient UserServiceApi users,
            Outbox outbox,
            ElectorateConfig config,
            MeterRegistry metrics,
            Clock clock) {
        this.primary = primary;
        this.users = users;
        this.outbox = outbox;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Attempts the electorate that has been due longest; tells whether there was one. */
    public boolean freezeNext() {
        Instant now = clock.instant();
        Optional<Lease> lease =
                primary.transact(
                        connection -> LeaseRows.take(connection, now, now.plus(config.lease())));
        lease.ifPresent(this::attempt);
        return lease.isPresent();
    }

    private void attempt(Lease lease) {
        try {
            clear(lease);
            finish(lease, copy(lease));
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

    private void clear(Lease lease) {
        int deleted;
        do {
            deleted =
                    whileLeased(
                            lease,
                            connection ->
                                    ElectorateRows.clear(
                                            connection, lease.proposalId(), config.chunkSize()));
        } while (deleted == config.chunkSize());
    }

    private FrozenSums copy(Lease lease) {
        FrozenSums sums = new FrozenSums();
        UUID after = null;
        do {
            after = copyPage(lease, after, sums);
        } while (after != null);
        return sums;
    }

    private @Nullable UUID copyPage(Lease lease, @Nullable UUID after, FrozenSums sums) {
        ElectoratePage page =
                users.electorate(
                        lease.spaceId(), lease.takenAt().toString(), after, config.pageSize());
        List<Voter> voters =
                page.entries().stream()
                        .map(entry ->
                                new Voter(
                                        entry.userId(),
                                        new BigInteger(entry.weight()),
                                        NOTHING_RECEIVED))
                        .toList();
        voters.forEach(sums::add);
        for (int from = 0; from < voters.size(); from += config.chunkSize()) {
            List<Voter> chunk =
                    voters.subList(from, Math.min(voters.size(), from + config.chunkSize()));
            whileLeased(
                    lease,
                    connection -> {
                        ElectorateRows.insert(connection, lease.proposalId(), chunk);
                        return chunk.size();
                    });
        }
        return page.next();
    }

    private void finish(Lease lease, FrozenSums sums) {
        Instant now = clock.instant();
        whileLeased(
                lease,
                connection -> {
                    ElectorateRows.ready(connection, lease.proposalId(), sums, now);
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
