package com.rechain.dao.voting.support;

import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.voting.box.Box;
import com.rechain.dao.voting.box.BoxRow;
import com.rechain.dao.voting.box.BoxRows;
import com.rechain.dao.voting.sql.Columns;
import com.rechain.dao.voting.sql.Primary;
import com.rechain.dao.voting.tally.TallyRows;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Looks at what is really stored. */
@Singleton
public class Ledger {
    private final Primary primary;

    Ledger(Primary primary) {
        this.primary = primary;
    }

    public Tally counters(UUID proposalId) {
        return primary.call(connection -> TallyRows.running(connection, box(proposalId)));
    }

    public Tally recount(UUID proposalId) {
        return primary.call(connection -> TallyRows.recount(connection, box(proposalId)));
    }

    public Box box(UUID proposalId) {
        return primary.call(connection -> BoxRows.find(connection, proposalId).orElseThrow());
    }

    public String state(UUID proposalId) {
        return row(proposalId).state().name();
    }

    public BoxRow row(UUID proposalId) {
        return primary.call(connection -> BoxRows.state(connection, proposalId).orElseThrow());
    }

    public long currentBallots(UUID proposalId) {
        return count("SELECT COUNT(*) FROM ballot WHERE proposal_id = ?", proposalId);
    }

    public long revisions(UUID proposalId) {
        return count("SELECT COUNT(*) FROM ballot_revision WHERE proposal_id = ?", proposalId);
    }

    public long keys(UUID proposalId) {
        return count("SELECT COUNT(*) FROM idempotency_key WHERE scope_id = ?", proposalId);
    }

    public long entries(UUID proposalId) {
        return count("SELECT COUNT(*) FROM electorate_entry WHERE proposal_id = ?", proposalId);
    }

    /** What every current ballot carries. */
    public Map<UUID, BigInteger> weights(UUID proposalId) {
        return primary.call(connection -> {
            Map<UUID, BigInteger> weights = new HashMap<>();
            try (PreparedStatement select =
                    connection.prepareStatement(
                            "SELECT voter_id, weight FROM ballot WHERE proposal_id = ?")) {
                Columns.set(select, 1, proposalId);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        weights.put(Columns.uuid(row, 1), Columns.number(row, 2));
                    }
                }
            }
            return weights;
        });
    }

    /** How many entries do not give what their flows give. */
    public long entriesAtOdds(UUID proposalId) {
        return count(
                """
                SELECT COUNT(*) FROM electorate_entry e
                LEFT JOIN (
                    SELECT proposal_id, target_id, SUM(amount) AS received,
                        SUM(IF(overridden_by IS NULL, 0, amount)) AS overridden
                    FROM electorate_flow GROUP BY proposal_id, target_id) f
                    ON f.proposal_id = e.proposal_id AND f.target_id = e.voter_id
                WHERE e.proposal_id = ? AND (e.received_weight <> COALESCE(f.received, 0)
                    OR e.overridden_weight <> COALESCE(f.overridden, 0))\
                """,
                proposalId);
    }

    /** How often ballots have lost weight. */
    public long reweightings(UUID proposalId) {
        return count("SELECT COUNT(*) FROM ballot_reweighting WHERE proposal_id = ?", proposalId);
    }

    /** How often freezing this electorate has been attempted. */
    public long attempts(UUID proposalId) {
        return count("SELECT attempts FROM electorate WHERE proposal_id = ?", proposalId);
    }

    private long count(String sql, UUID proposalId) {
        return primary.call(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                Columns.set(select, 1, proposalId);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    /**
     * Changes rows behind the service's back; the first parameter of the statement is the proposal.
     */
    public void tamper(String sql, UUID proposalId) {
        primary.transact(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                Columns.set(update, 1, proposalId);
                return update.executeUpdate();
            }
        });
    }
}
