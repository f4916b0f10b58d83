package com.rechain.dao.perf.seed;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What one service knows of another's, it knows as the other does. */
final class AgreementChecks {
    private static final String PUBLISHED =
            """
            SELECT id, CONCAT_WS(' ', rules_hash, starts_at, ends_at, COALESCE(NULLIF(outcome, 'HELD'), '')) FROM proposal
            WHERE published_at IS NOT NULL AND id > ? ORDER BY id LIMIT 2000\
            """;
    private static final String BOXES =
            """
            SELECT proposal_id, CONCAT_WS(' ', rules_hash, starts_at, ends_at, COALESCE(outcome, '')) FROM box
            WHERE proposal_id IN %s\
            """;

    private final Connection users;
    private final Connection proposals;
    private final Connection voting;

    AgreementChecks(Connection users, Connection proposals, Connection voting) {
        this.users = users;
        this.proposals = proposals;
        this.voting = voting;
    }

    List<Finding> run() throws SQLException {
        return List.of(spaces(), boxes());
    }

    private Finding spaces() throws SQLException {
        Finding finding = new Finding("all three services know the same spaces");
        Map<UUID, String> theirs =
                texts(users, "SELECT id, CONCAT_WS(' ', slug, visibility) FROM space");
        Map<UUID, String> ofProposals =
                texts(
                        proposals,
                        "SELECT id, CONCAT_WS(' ', slug, visibility) FROM space_reference");
        Map<UUID, String> ofVoting =
                texts(voting, "SELECT space_id, visibility FROM space_visibility");
        theirs.forEach((id, space) -> {
            finding.equal(id, space, ofProposals.getOrDefault(id, "unknown"));
            String visibility = space.substring(space.lastIndexOf(' ') + 1);
            finding.equal(id, visibility, ofVoting.getOrDefault(id, "unknown"));
        });
        return finding;
    }

    private Finding boxes() throws SQLException {
        Finding finding =
                new Finding(
                        "every published proposal has a box with its rules, window and outcome");
        UUID after = new UUID(0, 0);
        while (true) {
            Map<UUID, String> page = texts(proposals, PUBLISHED, List.of(after));
            if (page.isEmpty()) {
                return finding;
            }
            List<UUID> ids = List.copyOf(page.keySet());
            Map<UUID, String> boxes = texts(voting, BOXES.formatted(Sql.list(ids.size())), ids);
            page.forEach((id, text) -> finding.equal(id, text, boxes.getOrDefault(id, "no box")));
            after =
                    Objects.requireNonNull(
                            ids.stream()
                                    .max((a, b) -> a.toString().compareTo(b.toString()))
                                    .orElse(null));
        }
    }

    private static Map<UUID, String> texts(Connection connection, String sql) throws SQLException {
        return texts(connection, sql, List.of());
    }

    private static Map<UUID, String> texts(Connection connection, String sql, List<UUID> ids)
            throws SQLException {
        Map<UUID, String> texts = new HashMap<>();
        Sql.each(connection, sql, ids, row -> texts.put(Sql.id(row, 1), row.getString(2)));
        return texts;
    }
}
