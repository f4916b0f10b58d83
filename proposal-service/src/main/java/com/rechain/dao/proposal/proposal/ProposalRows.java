package com.rechain.dao.proposal.proposal;

import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.proposal.proposal.action.Plan;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads proposals by plain JDBC, from whichever database the connection leads to. */
public final class ProposalRows {
    private static final String FIND = "SELECT p.* FROM proposal p WHERE p.id = ?";

    private ProposalRows() {}

    /** The proposal {@code id}, if the database has it. */
    public static Optional<ProposalRow> find(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setBytes(1, Ids.toBytes(id));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    /** The row the cursor stands on. */
    public static ProposalRow read(ResultSet row) throws SQLException {
        return new ProposalRow(
                identity(row),
                row.getString("kind"),
                wording(row),
                row.getString("rules_hash"),
                timeline(row),
                history(row),
                new Revisions(
                        row.getInt("revision"),
                        integer(row, "published_revision"),
                        row.getLong("version")),
                enactment(row),
                movedEnd(row),
                new Links(nullableId(row, "runoff_of"), nullableId(row, "runoff_proposal_id")));
    }

    /** What decides the state, of a row that has at least those columns. */
    public static Timeline timeline(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new Timeline(
                ProposalStatus.valueOf(row.getString("status")),
                outcome == null ? null : ProposalOutcome.valueOf(outcome),
                instant(row, "starts_at"),
                requiredInstant(row, "ends_at"),
                instant(row, "electorate_ready_at"),
                timelock(row));
    }

    /** The instant in a {@code DATETIME(6)} column, or null. */
    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    /** The instant in a {@code DATETIME(6) NOT NULL} column. */
    public static Instant requiredInstant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instant(row, column), column);
    }

    /** The id in a {@code BINARY(16) NOT NULL} column. */
    public static UUID id(ResultSet row, String column) throws SQLException {
        return Ids.fromBytes(row.getBytes(column));
    }

    /** The id in a {@code BINARY(16)} column, or null. */
    public static @Nullable UUID nullableId(ResultSet row, String column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? null : Ids.fromBytes(bytes);
    }

    private static Proposal.Identity identity(ResultSet row) throws SQLException {
        return new Proposal.Identity(
                id(row, "id"), id(row, "space_id"), row.getLong("number"), id(row, "author_id"));
    }

    private static Wording wording(ResultSet row) throws SQLException {
        return new Wording(
                row.getString("title"),
                row.getString("body"),
                row.getString("voting_system"),
                TextListConverter.read(row.getString("choices")),
                TextListConverter.read(row.getString("labels")),
                row.getString("rules"),
                instant(row, "starts_at"),
                requiredInstant(row, "ends_at"),
                Plan.parse(row.getString("plan")));
    }

    private static @Nullable Timelock timelock(ResultSet row) throws SQLException {
        Instant challengeEndsAt = instant(row, "challenge_ends_at");
        return challengeEndsAt == null
                ? null
                : new Timelock(
                        challengeEndsAt,
                        requiredInstant(row, "eta"),
                        requiredInstant(row, "expires_at"));
    }

    private static @Nullable MovedEnd movedEnd(ResultSet row) throws SQLException {
        Instant scheduled = instant(row, "scheduled_ends_at");
        return scheduled == null
                ? null
                : new MovedEnd(scheduled, requiredInstant(row, "end_moved_at"));
    }

    private static Enactment enactment(ResultSet row) throws SQLException {
        return new Enactment(
                TermsConverter.read(row.getString("terms")),
                row.getString("actions_hash"),
                row.getInt("signatures"),
                instant(row, "executed_at"),
                cancellation(row, "vetoed_at", "vetoed_by", "veto_reason"));
    }

    private static History history(ResultSet row) throws SQLException {
        return new History(
                requiredInstant(row, "created_at"),
                requiredInstant(row, "updated_at"),
                instant(row, "published_at"),
                instant(row, "started_at"),
                cancellation(row, "canceled_at", "canceled_by", "cancel_reason"),
                instant(row, "concluded_at"));
    }

    private static @Nullable Cancellation cancellation(
            ResultSet row, String when, String whom, String why) throws SQLException {
        Instant at = instant(row, when);
        return at == null ? null : new Cancellation(at, id(row, whom), row.getString(why));
    }

    private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }
}
