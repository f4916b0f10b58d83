package com.rechain.dao.proposal.comment;

import com.rechain.dao.platform.answer.AnswerCache;
import com.rechain.dao.platform.answer.AnswerCaches;
import com.rechain.dao.platform.answer.ReadyAnswer;
import com.rechain.dao.platform.cache.Tags;
import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.platform.paging.Cursor;
import com.rechain.dao.platform.paging.Page;
import com.rechain.dao.platform.paging.PageLimit;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.ProblemException;
import com.rechain.dao.platform.replica.ReplicaReads;
import com.rechain.dao.platform.replica.Versioned;
import com.rechain.dao.proposal.ProposalConfig;
import com.rechain.dao.proposal.proposal.ProposalAccess;
import com.rechain.dao.proposal.proposal.ProposalRows;
import com.rechain.dao.proposal.proposal.Sight;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The discussion below a proposal, oldest first, read from the replica. */
@Startup
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
    private static final String TAG = "comments";
    private static final int WARMED = 50;
    private static final UUID LOWEST = new UUID(0, 0);

    private final AnswerCache<UUID> firstPages;
    private final AnswerCaches answers;
    private final ReplicaReads reads;
    private final ProposalAccess access;

    CommentReads(
            AnswerCaches answers,
            ReplicaReads reads,
            ProposalAccess access,
            ProposalConfig config) {
        this.answers = answers;
        this.reads = reads;
        this.access = access;
        firstPages =
                answers.create(
                        AnswerCaches.<UUID>named("comments", "the first comments of a proposal")
                                .keyedBy("its id", UUID::fromString)
                                .living(config.cache().ttl())
                                .upTo(config.cache().maximumBytes())
                                .taggedBy(id -> List.of(tag(id)))
                                .purgingAtTheEdge(TAG)
                                .loadedBy(this::load)
                                .oldWithoutPrimary()
                                .warmed(WARMED)
                                .build());
    }

    /** The tag of what shows the comments of a proposal. */
    static String tag(UUID proposalId) {
        return Tags.of(TAG, proposalId);
    }

    /** Whether {@code viewer} may see the proposal, possibly lagging. */
    Sight sight(UUID proposalId, @Nullable UUID viewer) {
        return access.of(
                reads.read(connection -> ProposalRows.find(connection, proposalId)), viewer);
    }

    /** The page of comments after {@code cursor}. */
    Page<CommentView> page(UUID proposalId, int limit, @Nullable String cursor) {
        return reads.read(connection -> read(connection, proposalId, limit, cursor));
    }

    /** The first page as everyone gets it. */
    ReadyAnswer firstPage(UUID proposalId) {
        return firstPages.find(proposalId).orElseThrow();
    }

    private Versioned<Optional<ReadyAnswer>> load(UUID proposalId, long required) {
        Versioned<Page<CommentView>> page =
                reads.read(
                        required,
                        connection -> read(connection, proposalId, PageLimit.DEFAULT, null));
        return new Versioned<>(
                page.version(),
                Optional.of(answers.forEveryone(ReadyAnswer.EVERYWHERE, page.value())));
    }

    private static Page<CommentView> read(
            Connection connection, UUID proposalId, int limit, @Nullable String cursor)
            throws SQLException {
        Place after = cursor == null ? new Place(BEGINNING, LOWEST) : Place.read(cursor);
        LocalDateTime createdAt = LocalDateTime.ofInstant(after.createdAt(), ZoneOffset.UTC);
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setBytes(1, Ids.toBytes(proposalId));
            statement.setObject(2, createdAt);
            statement.setObject(3, createdAt);
            statement.setBytes(4, Ids.toBytes(after.id()));
            statement.setInt(5, limit + 1);
            return Page.of(
                    read(statement), limit, last -> Cursor.encode(last.createdAt(), last.id()));
        }
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
