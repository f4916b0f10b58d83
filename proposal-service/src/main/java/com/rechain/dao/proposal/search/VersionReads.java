package com.rechain.dao.proposal.search;

import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.platform.paging.Cursor;
import com.rechain.dao.platform.paging.Page;
import com.rechain.dao.platform.replica.ReplicaReads;
import com.rechain.dao.proposal.proposal.ProposalRow;
import com.rechain.dao.proposal.proposal.ProposalRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The wordings a proposal has had, newest first, read from the replica. Its author sees all; others
 * see what has been public: the published wording and what came after it.
 */
@ApplicationScoped
public class VersionReads {
    private static final String READ =
            """
            SELECT revision, editor_id, edited_at, content FROM proposal_version
            WHERE proposal_id = ? AND revision >= ? AND revision < ? ORDER BY revision DESC LIMIT ?\
            """;

    private final ReplicaReads reads;

    VersionReads(ReplicaReads reads) {
        this.reads = reads;
    }

    /** The page of {@code row}'s wordings after {@code cursor}, as {@code viewer} may see them. */
    Page<VersionView> page(
            ProposalRow row, @Nullable UUID viewer, int limit, @Nullable String cursor) {
        return reads.read(connection -> read(connection, row, viewer, limit, cursor));
    }

    /** The same over a connection at hand. */
    static Page<VersionView> read(
            Connection connection,
            ProposalRow row,
            @Nullable UUID viewer,
            int limit,
            @Nullable String cursor)
            throws SQLException {
        long below = cursor == null ? Integer.MAX_VALUE : Cursor.decode(cursor, 1).number(0);
        Integer published = row.revisions().published();
        int lowest = row.isWrittenBy(viewer) || published == null ? 0 : published;
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setBytes(1, Ids.toBytes(row.id()));
            statement.setInt(2, lowest);
            statement.setLong(3, below);
            statement.setInt(4, limit + 1);
            return Page.of(
                    read(statement, published), limit, last -> Cursor.encode(last.revision()));
        }
    }

    private static List<VersionView> read(PreparedStatement statement, @Nullable Integer published)
            throws SQLException {
        List<VersionView> versions = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                int revision = row.getInt("revision");
                versions.add(
                        new VersionView(
                                revision,
                                ProposalRows.id(row, "editor_id"),
                                ProposalRows.requiredInstant(row, "edited_at"),
                                published != null && published == revision,
                                row.getString("content")));
            }
        }
        return versions;
    }
}
