package com.rechain.dao.user.electorate;

import com.rechain.dao.user.database.Columns;
import com.rechain.dao.user.database.Primary;
import com.rechain.dao.user.database.Sql;
import com.rechain.dao.user.electorate.ElectorateOutcome.Exported;
import com.rechain.dao.user.electorate.ElectorateOutcome.NotYet;
import com.rechain.dao.user.electorate.ElectorateOutcome.UnknownSpace;
import com.rechain.dao.user.electorate.ElectorateView.Entry;
import com.rechain.dao.user.space.SpaceKey;
import com.rechain.dao.user.space.SpaceService;
import com.rechain.dao.user.weight.Checkpoint;
import com.rechain.dao.user.weight.Weight;
import com.rechain.dao.user.weight.WeightLedger;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Exports who may vote at an instant. Before the first page is read the ledger is settled through
 * that instant, so every page, and every repetition, tells of one and the same electorate.
 */
@ApplicationScoped
public class ElectorateService {
    // Both steps walk the primary key (space, account, time): the first skips from account to
    // account.
    private static final String PAGE =
            """
            SELECT c.account_id, c.weight
            FROM (
                SELECT account_id, MAX(effective_at) AS effective_at
                FROM weight_checkpoint
                WHERE space_id = ? AND account_id > ? AND effective_at <= ?
                GROUP BY account_id
                ORDER BY account_id
                LIMIT ?) AS latest
            JOIN weight_checkpoint c
                ON c.space_id = ? AND c.account_id = latest.account_id AND c.effective_at = latest.effective_at
            ORDER BY c.account_id\
            """;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final SpaceService spaces;
    private final WeightLedger ledger;
    private final Primary primary;
    private final Clock clock;

    ElectorateService(SpaceService spaces, WeightLedger ledger, Primary primary, Clock clock) {
        this.spaces = spaces;
        this.ledger = ledger;
        this.primary = primary;
        this.clock = clock;
    }

    /** The entries of up to {@code limit} accounts after {@code after}, weighed at {@code at}. */
    public ElectorateOutcome export(UUID spaceId, Instant at, @Nullable UUID after, int limit) {
        Instant now = clock.instant();
        if (!at.isBefore(now)) {
            return new NotYet(now);
        }
        if (spaces.find(new SpaceKey.ById(spaceId)).isEmpty()) {
            return new UnknownSpace();
        }
        ledger.settle(spaceId, at);
        return new Exported(page(spaceId, at, after == null ? BEFORE_ALL : after, limit));
    }

    /** What an account weighs in the space at {@code at}; no later change can alter it any more. */
    public Weight weight(UUID spaceId, UUID accountId, Instant at) {
        ledger.settle(spaceId, at);
        return primary.run(c -> WeightLedger.at(c, spaceId, accountId, at))
                .map(Checkpoint::weight)
                .orElse(Weight.ZERO);
    }

    private ElectorateView page(UUID spaceId, Instant at, UUID after, int limit) {
        List<Entry> scanned =
                primary.run(c ->
                        Sql.of(PAGE)
                                .with(spaceId)
                                .with(after)
                                .with(at)
                                .with(limit)
                                .with(spaceId)
                                .list(c, ElectorateService::entry));
        List<Entry> voters = scanned.stream().filter(entry -> !entry.weight().isZero()).toList();
        UUID next = scanned.size() < limit ? null : scanned.getLast().userId();
        return new ElectorateView(at, voters, next);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(Columns.id(row, "account_id"), WeightLedger.weight(row));
    }
}
