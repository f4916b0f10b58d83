package com.rechain.dao.proposal.comment;

import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.platform.paging.Cursor;
import com.rechain.dao.platform.paging.Page;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.ProblemException;
import com.rechain.dao.platform.replica.ReplicaReads;
import com.rechain.dao.proposal.proposal.ProposalAccess;
import com.rechain.dao.proposal.proposal.ProposalRows;
import com.rechain.dao.proposal.proposal.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The discussion below a proposal, oldest first, read from the replica. */
@ApplicationScoped
public class CommentReads {
    private static final String READ =
            """
            SELECT id, proposal_id, author_id, parent_id, body, created_at, deleted_at FROM comment
            WHERE proposal_id = ? AND created_at >= ? AND (created_at > ? OR id > ?)
            ORDER BY created_at, id LIMIT ?\
            """;
    private static final Instant BEGINNING = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9000-01-01T00:00:00Z");
    private static final UUID LOWEST = new UUID(0, 0);

    private final ReplicaReads reads;
    private final ProposalAccess access;

    CommentReads(ReplicaReads reads, ProposalAccess access) {
        this.reads = reads;
        this.access = access;
    }

    /** Whether {@code viewer} may see the proposal, possibly lagging. */
    Sight sight(UUID proposalId, @Nullable UUID viewer) {
        return access.of(
                reads.read(connection -> ProposalRows.find(connection, proposalId)), viewer);
    }

    /** The page of comments after {@code cursor}. */
    Page<CommentView> page(UUID proposalId, int limit, @Nullable String cursor) {
        Place after = cursor == null ? new Place(BEGINNING, LOWEST) : Place.read(cursor);
        List<CommentView> comments =
                reads.read(connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(READ)) {
                        LocalDateTime createdAt =
                                LocalDateTime.ofInstant(after.createdAt(), ZoneOffset.UTC);
                        statement.setBytes(1, Ids.toBytes(proposalId));
                        statement.setObject(2, createdAt);
                        statement.setObject(3, createdAt);
                        statement.setBytes(4, Ids.toBytes(after.id()));
                        statement.setInt(5, limit + 1);
                        return read(statement);
                    }
                });
        return Page.of(comments, limit, last -> Cursor.encode(last.createdAt(), last.id()));
    }

    private record Place(Instant createdAt, UUID id) {
        static Place read(String text) {
            Cursor cursor = Cursor.decode(text, 2);
            Instant createdAt = cursor.instant(0);
            if (createdAt.isBefore(BEGINNING) || createdAt.isAfter(END)) {
                throw new ProblemException(
                        PlatformProblem.MALFORMED_REQUEST
                                .with("The cursor was not given out by this list.")
                                .because(
                                        "cursor",
                                        "form",
                                        "send the nextCursor of the page before, or none"));
            }
            return new Place(createdAt, cursor.uuid(1));
        }
    }

    private static List<CommentView> read(PreparedStatement statement) throws SQLException {
        List<CommentView> comments = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                comments.add(
                        new CommentView(
                                ProposalRows.id(row, "id"),
                                ProposalRows.id(row, "proposal_id"),
                                ProposalRows.id(row, "author_id"),
                                ProposalRows.nullableId(row, "parent_id"),
                                row.getString("body"),
                                ProposalRows.requiredInstant(row, "created_at"),
                                ProposalRows.instant(row, "deleted_at")));
            }
        }
        return comments;
    }
}
