package com.rechain.dao.perf.lab.reconcile;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The ledger as the services' schemas on the primary have it. */
public final class DatabaseLedger implements Ledger {
    private static final String UUID_OF =
            "LOWER(INSERT(INSERT(INSERT(INSERT(HEX(%s),9,0,'-'),14,0,'-'),19,0,'-'),24,0,'-'))";

    private final Connection primary;

    public DatabaseLedger(Connection primary) {
        this.primary = primary;
    }

    /** A row made into something. */
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    @Override
    public List<Account> accounts(String prefix) {
        return rows(
                "SELECT " + uuid("id") + ", handle FROM users.account WHERE handle LIKE ?",
                row -> new Account(row.getString(1), row.getString(2)),
                prefix + "-%");
    }

    @Override
    public List<Proposal> proposals(String prefix) {
        return rows(
                "SELECT "
                        + uuid("id")
                        + ", title, published_at IS NOT NULL FROM proposals.proposal WHERE title LIKE ?",
                row -> new Proposal(row.getString(1), row.getString(2), row.getBoolean(3)),
                prefix + " %");
    }

    @Override
    public List<Ballot> ballots(Collection<String> proposals) {
        String sql =
                "SELECT "
                        + uuid("b.proposal_id")
                        + ", "
                        + uuid("b.voter_id")
                        + ", b.revision, COUNT(r.revision), b.choice, b.weight FROM voting.ballot b"
                        + " LEFT JOIN voting.ballot_revision r ON r.proposal_id = b.proposal_id AND r.voter_id = b.voter_id"
                        + " WHERE b.proposal_id = UNHEX(?)"
                        + " GROUP BY b.proposal_id, b.voter_id, b.revision, b.choice, b.weight";
        List<Ballot> ballots = new ArrayList<>();
        for (String proposal : proposals) {
            ballots.addAll(
                    rows(
                            sql,
                            row ->
                                    new Ballot(
                                            row.getString(1),
                                            row.getString(2),
                                            row.getInt(3),
                                            row.getInt(4),
                                            row.getString(5),
                                            row.getString(6)),
                            hex(proposal)));
        }
        return ballots;
    }

    @Override
    public Map<String, Counter> counters(String proposal) {
        Map<String, Counter> counters = new TreeMap<>();
        rows(
                        "SELECT choice, SUM(ballots), SUM(weight) FROM voting.tally_counter WHERE proposal_id = UNHEX(?) GROUP BY choice",
                        row -> new Counter(row.getString(1), row.getLong(2), row.getString(3)),
                        hex(proposal))
                .forEach(counter -> counters.put(counter.choice(), counter));
        return counters;
    }

    @Override
    public Numbers numbers(String space) {
        String id = hex(space);
        return rows(
                        "SELECT COALESCE((SELECT last_number FROM proposals.proposal_number WHERE space_id = UNHEX(?)), 0),"
                                + " COALESCE(MAX(number), 0), COUNT(*) FROM proposals.proposal WHERE space_id = UNHEX(?)",
                        row -> new Numbers(row.getLong(1), row.getLong(2), row.getLong(3)),
                        id,
                        id)
                .getFirst();
    }

    private <T> List<T> rows(String sql, Row<T> row, String... values) {
        try (PreparedStatement statement = primary.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            List<T> all = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(row.read(rows));
                }
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "the databases could not be read: " + e.getMessage(), e);
        }
    }

    private static String uuid(String column) {
        return UUID_OF.formatted(column);
    }

    private static String hex(String id) {
        return UUID.fromString(id).toString().replace("-", "");
    }
}
