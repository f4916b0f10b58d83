package com.rechain.dao.user.weight;

import com.rechain.dao.platform.cache.Invalidations;
import com.rechain.dao.platform.cache.Tags;
import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.user.database.Columns;
import com.rechain.dao.user.database.Primary;
import com.rechain.dao.user.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The append-only ledger of weights. Whoever changes anything about the members of a space holds
 * the lock of its roster from reading to committing; so changes have one order, and each takes
 * effect after everything that was settled before it: an instant that has been asked about never
 * gets another answer, whatever the clocks of instances do.
 */
@ApplicationScoped
public class WeightLedger {
    private static final String OPEN =
            "INSERT INTO roster (space_id, settled_through) VALUES (?, ?)";
    private static final String LOCK =
            "SELECT settled_through FROM roster WHERE space_id = ? FOR UPDATE";
    private static final String SETTLE =
            "UPDATE roster SET settled_through = ? WHERE space_id = ? AND settled_through < ?";
    private static final String APPEND =
            """
            INSERT INTO weight_checkpoint (space_id, account_id, effective_at, weight, source, set_by)
            VALUES (?, ?, ?, ?, ?, ?)\
            """;
    private static final String AT =
            """
            SELECT account_id, effective_at, weight, source, set_by FROM weight_checkpoint
            WHERE space_id = ? AND account_id = ? AND effective_at <= ?
            ORDER BY effective_at DESC LIMIT 1\
            """;
    private static final int BATCH = 1_000;

    private final Primary primary;
    private final Invalidations invalidations;
    private final Clock clock;

    WeightLedger(Primary primary, Invalidations invalidations, Clock clock) {
        this.primary = primary;
        this.invalidations = invalidations;
        this.clock = clock;
    }

    /**
     * The tag of all that shows what weights of a space come to. Who joins has not given anything
     * away yet, and invalidates nothing.
     */
    public static String tag(UUID spaceId) {
        return Tags.of("weights", spaceId);
    }

    /** Begins the ledger of a new space. */
    @Transactional(TxType.MANDATORY)
    public void open(UUID spaceId, Instant now) {
        Instant before = now.minus(1, ChronoUnit.MICROS);
        primary.run(c -> Sql.of(OPEN).with(spaceId).with(before).update(c));
    }

    /**
     * Locks the roster of a space until the transaction at hand ends.
     *
     * @return when changes made under this lock take effect; empty when there is no such space
     */
    @Transactional(TxType.MANDATORY)
    public Optional<Instant> lock(UUID spaceId) {
        return primary.run(c ->
                        Sql.of(LOCK)
                                .with(spaceId)
                                .first(c, row -> Columns.instant(row, "settled_through")))
                .map(this::after);
    }

    /**
     * Appends {@code checkpoints}, which take effect at {@code effectiveAt}, to the ledger that is
     * locked.
     */
    @Transactional(TxType.MANDATORY)
    public void append(UUID spaceId, Instant effectiveAt, List<Checkpoint> checkpoints) {
        primary.run(connection -> {
            insert(connection, spaceId, checkpoints);
            return settle(connection, spaceId, effectiveAt);
        });
        if (checkpoints.stream().anyMatch(one -> one.source() != WeightSource.JOINED)) {
            invalidations.afterCommit(List.of(tag(spaceId)));
        }
    }

    /**
     * Makes sure that no weight can take effect at or before {@code at} any more; waits for changes
     * under way.
     */
    @Transactional
    public void settle(UUID spaceId, Instant at) {
        primary.run(connection -> settle(connection, spaceId, at));
    }

    /** The checkpoint that is in force at {@code at}, if there was any by then. */
    public static Optional<Checkpoint> at(
            Connection connection, UUID spaceId, UUID accountId, Instant at) throws SQLException {
        return Sql.of(AT)
                .with(spaceId)
                .with(accountId)
                .with(at)
                .first(connection, WeightLedger::checkpoint);
    }

    /** The weight that the row of a query calls {@code weight}. */
    public static Weight weight(ResultSet row) throws SQLException {
        return new Weight(row.getBigDecimal("weight").toBigIntegerExact());
    }

    private Instant after(Instant settled) {
        Instant now = clock.instant();
        return now.isAfter(settled) ? now : settled.plus(1, ChronoUnit.MICROS);
    }

    private static int settle(Connection connection, UUID spaceId, Instant at) throws SQLException {
        return Sql.of(SETTLE).with(at).with(spaceId).with(at).update(connection);
    }

    private static void insert(Connection connection, UUID spaceId, List<Checkpoint> checkpoints)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(APPEND)) {
            for (int i = 0; i < checkpoints.size(); i++) {
                bind(insert, spaceId, checkpoints.get(i));
                insert.addBatch();
                if ((i + 1) % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static void bind(PreparedStatement insert, UUID spaceId, Checkpoint checkpoint)
            throws SQLException {
        insert.setBytes(1, Ids.toBytes(spaceId));
        insert.setBytes(2, Ids.toBytes(checkpoint.accountId()));
        insert.setObject(3, Columns.value(checkpoint.effectiveAt()));
        insert.setBigDecimal(4, new BigDecimal(checkpoint.weight().value()));
        insert.setString(5, checkpoint.source().name());
        insert.setBytes(6, Ids.toBytes(checkpoint.setBy()));
    }

    private static Checkpoint checkpoint(ResultSet row) throws SQLException {
        return new Checkpoint(
                Columns.id(row, "account_id"),
                Columns.instant(row, "effective_at"),
                weight(row),
                WeightSource.valueOf(row.getString("source")),
                Columns.id(row, "set_by"));
    }
}
