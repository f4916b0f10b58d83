package com.rechain.dao.proposal.proposal.execution;

import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.proposal.proposal.ProposalRows;
import io.agroal.api.AgroalDataSource;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The actions of succeeded proposals and their attempts, on the primary; written only under the
 * proposal's lock.
 */
@ApplicationScoped
public class ActionRepository {
    private static final String ADD =
            """
            INSERT INTO proposal_action (proposal_id, position, execution_id, status, tries)
            VALUES (?, ?, ?, 'PENDING', 0)\
            """;
    private static final String OF =
            """
            SELECT position, execution_id, status, tries, done_at, done_by, note FROM proposal_action
            WHERE proposal_id = ? ORDER BY position\
            """;
    private static final String ATTEMPTS =
            """
            SELECT position, attempt, started_at, ended_at, result, detail FROM proposal_action_attempt
            WHERE proposal_id = ? ORDER BY position, attempt\
            """;
    private static final String TRY =
            "UPDATE proposal_action SET tries = tries + 1 WHERE proposal_id = ? AND position = ?";
    private static final String COUNT =
            """
            SELECT COALESCE(MAX(attempt), 0) + 1 AS next FROM proposal_action_attempt
            WHERE proposal_id = ? AND position = ?\
            """;
    private static final String BEGIN =
            """
            INSERT INTO proposal_action_attempt (proposal_id, position, attempt, started_at)
            VALUES (?, ?, ?, ?)\
            """;
    private static final String END =
            """
            UPDATE proposal_action_attempt SET ended_at = ?, result = ?, detail = ?
            WHERE proposal_id = ? AND position = ? AND attempt = ?\
            """;
    private static final String DONE =
            """
            UPDATE proposal_action SET status = 'DONE', done_at = ?, done_by = ?, note = ?
            WHERE proposal_id = ? AND position = ?\
            """;
    private static final String FAIL =
            "UPDATE proposal_action SET status = 'FAILED' WHERE proposal_id = ? AND position = ?";
    private static final String RETRY =
            """
            UPDATE proposal_action SET status = 'PENDING', tries = 0
            WHERE proposal_id = ? AND status <> 'DONE'\
            """;

    private final AgroalDataSource primary;

    ActionRepository(AgroalDataSource primary) {
        this.primary = primary;
    }

    /** Lists {@code count} actions of the proposal as waiting. */
    void add(UUID proposalId, int count) {
        for (int position = 1; position <= count; position++) {
            update(ADD, proposalId, position, Ids.next());
        }
    }

    /** The actions of the proposal, in their order. */
    List<ActionRow> of(UUID proposalId) {
        return query(OF, ActionRepository::action, proposalId);
    }

    /** All attempts of the proposal's actions, in their order. */
    List<Attempt> attempts(UUID proposalId) {
        return query(ATTEMPTS, ActionRepository::attempt, proposalId);
    }

    /** Notes that an attempt begins; says which of the action it is. */
    int begin(UUID proposalId, int position, Instant now) {
        int attempt = query(COUNT, row -> row.getInt("next"), proposalId, position).getFirst();
        update(TRY, proposalId, position);
        update(BEGIN, proposalId, position, attempt, now);
        return attempt;
    }

    /** Notes how an attempt ended. */
    void end(Step step, ActionResult result, Instant now) {
        String name =
                switch (result) {
                    case ActionResult.Done _ -> "DONE";
                    case ActionResult.Unsure _ -> "UNSURE";
                    case ActionResult.Refused _ -> "REFUSED";
                };
        update(END, now, name, result.detail(), step.proposalId(), step.position(), step.attempt());
    }

    void done(
            UUID proposalId, int position, @Nullable UUID by, @Nullable String note, Instant now) {
        update(DONE, now, by, note, proposalId, position);
    }

    void fail(UUID proposalId, int position) {
        update(FAIL, proposalId, position);
    }

    /** Sets everything that is not done going again. */
    void retry(UUID proposalId) {
        update(RETRY, proposalId);
    }

    private static ActionRow action(ResultSet row) throws SQLException {
        return new ActionRow(
                row.getInt("position"),
                ProposalRows.id(row, "execution_id"),
                ActionStatus.valueOf(row.getString("status")),
                row.getInt("tries"),
                ProposalRows.instant(row, "done_at"),
                ProposalRows.nullableId(row, "done_by"),
                row.getString("note"));
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                row.getInt("position"),
                row.getInt("attempt"),
                ProposalRows.requiredInstant(row, "started_at"),
                ProposalRows.instant(row, "ended_at"),
                row.getString("result"),
                row.getString("detail"));
    }

    private interface Form<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Form<T> form, Object... parameters) {
        try (Connection connection = primary.getConnection();
                PreparedStatement statement = bound(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(form.of(rows));
            }
            return read;
        } catch (SQLException e) {
            throw new IllegalStateException("the primary did not answer", e);
        }
    }

    private void update(String sql, @Nullable Object... parameters) {
        try (Connection connection = primary.getConnection();
                PreparedStatement statement = bound(connection, sql, parameters)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the primary refused a statement", e);
        }
    }

    private static PreparedStatement bound(
            Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(
                    i + 1,
                    switch (parameters[i]) {
                        case UUID id -> Ids.toBytes(id);
                        case Instant instant -> LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
                        case null -> null;
                        case Object other -> other;
                    });
        }
        return statement;
    }
}
