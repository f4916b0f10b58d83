package com.rechain.dao.perf.seed;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What can be asked of one schema in one statement: how many there are, and which are not so. */
final class RowChecks {
    private RowChecks() {}

    static List<Finding> users(Connection users) throws SQLException {
        return List.of(
                check(
                        users,
                        "every account has a way to sign in",
                        "account",
                        """
                        SELECT a.handle FROM account a LEFT JOIN credential c ON c.account_id = a.id
                        WHERE c.id IS NULL AND a.status <> 'DELETED'\
                        """),
                check(
                        users,
                        "every space has an owner and a roster",
                        "space",
                        """
                        SELECT s.slug FROM space s LEFT JOIN roster r ON r.space_id = s.id
                        WHERE r.space_id IS NULL OR NOT EXISTS (
                            SELECT 1 FROM membership m WHERE m.space_id = s.id AND m.role = 'OWNER' AND m.state = 'ACTIVE')\
                        """),
                check(
                        users,
                        "every member's weight is on the ledger",
                        "membership",
                        """
                        SELECT HEX(m.account_id) FROM membership m
                        WHERE NOT EXISTS (SELECT 1 FROM weight_checkpoint w
                            WHERE w.space_id = m.space_id AND w.account_id = m.account_id)\
                        """),
                check(
                        users,
                        "nobody gives more than the whole",
                        "delegation_set",
                        """
                        SELECT HEX(delegator_id) FROM delegation_part
                        GROUP BY space_id, delegator_id, scope, effective_at HAVING SUM(basis_points) > 10000\
                        """));
    }

    static List<Finding> proposals(Connection proposals) throws SQLException {
        return List.of(
                check(
                        proposals,
                        "no space has given out a number twice or forgotten one",
                        "proposal_number",
                        """
                        SELECT HEX(n.space_id) FROM proposal_number n
                        JOIN (SELECT space_id, MAX(number) AS last_number, COUNT(*) AS many FROM proposal GROUP BY space_id) p
                            ON p.space_id = n.space_id
                        WHERE n.last_number <> p.last_number OR p.many > p.last_number\
                        """),
                check(
                        proposals,
                        "frozen rules have the hash that names them",
                        "proposal",
                        """
                        SELECT HEX(id) FROM proposal
                        WHERE rules_hash IS NOT NULL AND UNHEX(rules_hash) <> UNHEX(SHA2(rules, 256))\
                        """),
                check(
                        proposals,
                        "every proposal has its present wording among its versions",
                        "proposal",
                        """
                        SELECT HEX(p.id) FROM proposal p LEFT JOIN proposal_version v
                            ON v.proposal_id = p.id AND v.revision = p.revision
                        WHERE v.proposal_id IS NULL\
                        """));
    }

    static List<Finding> voting(Connection voting) throws SQLException {
        return List.of(
                check(
                        voting,
                        "every ballot is of an eligible voter and carries what the electorate says",
                        "ballot",
                        """
                        SELECT HEX(b.voter_id) FROM ballot b LEFT JOIN electorate_entry e
                            ON e.proposal_id = b.proposal_id AND e.voter_id = b.voter_id
                        WHERE e.voter_id IS NULL OR b.weight <> e.own_weight + e.received_weight - e.overridden_weight\
                        """),
                check(
                        voting,
                        "every ballot is its voter's last revision",
                        "ballot",
                        """
                        SELECT HEX(b.voter_id) FROM ballot b LEFT JOIN ballot_revision r
                            ON r.proposal_id = b.proposal_id AND r.voter_id = b.voter_id AND r.revision = b.revision
                        WHERE r.voter_id IS NULL OR r.choice <> b.choice OR r.ballot_hash <> b.ballot_hash OR r.cast_at <> b.cast_at\
                        """));
    }

    private static Finding check(Connection connection, String claim, String table, String broken)
            throws SQLException {
        Finding finding = new Finding(claim);
        Sql.each(
                connection, "SELECT COUNT(*) FROM " + table, row -> finding.looked(row.getLong(1)));
        Sql.each(connection, broken, row -> finding.broken(row.getString(1)));
        return finding;
    }
}
