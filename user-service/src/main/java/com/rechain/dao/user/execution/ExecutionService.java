package com.rechain.dao.user.execution;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.Problem;
import com.rechain.dao.user.UserProblem;
import com.rechain.dao.user.database.Primary;
import com.rechain.dao.user.database.Sql;
import com.rechain.dao.user.execution.ExecutionOrder.Task;
import com.rechain.dao.user.membership.DecidedRoles;
import com.rechain.dao.user.settings.SettingsOutcome;
import com.rechain.dao.user.settings.SettingsService;
import com.rechain.dao.user.weight.WeightLedger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * Carries out actions of proposals. The row that remembers an execution commits with its effect,
 * under the lock of the space's roster: however often it is asked for, it is done once.
 */
@ApplicationScoped
public class ExecutionService {
    private static final String FIND =
            """
            SELECT order_hash, result FROM space_execution WHERE space_id = ? AND execution_id = ?\
            """;
    private static final String INSERT =
            """
            INSERT INTO space_execution (space_id, execution_id, proposal_id, order_hash, result, executed_at)
            VALUES (?, ?, ?, ?, ?, ?)\
            """;

    private final DecidedRoles roles;
    private final SettingsService settings;
    private final WeightLedger ledger;
    private final Primary primary;

    ExecutionService(
            DecidedRoles roles, SettingsService settings, WeightLedger ledger, Primary primary) {
        this.roles = roles;
        this.settings = settings;
        this.ledger = ledger;
        this.primary = primary;
    }

    private record Past(String orderHash, String result) {}

    /** Carries out {@code order} in {@code spaceId}, unless it was done before. */
    @Transactional
    public ExecutionOutcome execute(UUID spaceId, UUID executionId, ExecutionOrder order) {
        Instant now = ledger.lock(spaceId).orElse(null);
        if (now == null) {
            return refused(PlatformProblem.NOT_FOUND.with("There is no such space."));
        }
        String hash = hash(order);
        Optional<Past> past = find(spaceId, executionId);
        if (past.isPresent()) {
            return past.get().orderHash().equals(hash)
                    ? new ExecutionOutcome.Done(past.get().result())
                    : refused(
                            UserProblem.EXECUTION_REUSED.with(
                                    "Something else was carried out under this id."));
        }
        ExecutionOutcome outcome = carryOut(spaceId, order);
        if (outcome instanceof ExecutionOutcome.Done(String result)) {
            primary.run(c ->
                    Sql.of(INSERT)
                            .with(spaceId)
                            .with(executionId)
                            .with(order.proposalId())
                            .with(hash)
                            .with(result)
                            .with(now)
                            .update(c));
        }
        return outcome;
    }

    private ExecutionOutcome carryOut(UUID spaceId, ExecutionOrder order) {
        return switch (order.task().orElse(null)) {
            case null ->
                    refused(
                            PlatformProblem.MALFORMED_REQUEST.with(
                                    "There is no such action here."));
            case Task.Give give -> give(spaceId, order.proposalId(), give);
            case Task.Set(var changes) ->
                    answer(settings.decide(spaceId, order.proposalId(), changes));
        };
    }

    private ExecutionOutcome give(UUID spaceId, UUID proposalId, Task.Give task) {
        return switch (roles.give(spaceId, task.userId(), task.role(), proposalId)) {
            case DecidedRoles.Outcome.Given _ ->
                    new ExecutionOutcome.Done(
                            "User " + task.userId() + " has the role " + task.role() + ".");
            case DecidedRoles.Outcome.LastOwner _ ->
                    refused(UserProblem.LAST_OWNER.with("The space would have no owner."));
            case DecidedRoles.Outcome.UnknownAccount _ ->
                    refused(PlatformProblem.NOT_FOUND.with("There is no such user."));
            case DecidedRoles.Outcome.UnknownSpace _ ->
                    refused(PlatformProblem.NOT_FOUND.with("There is no such space."));
        };
    }

    private static ExecutionOutcome answer(SettingsOutcome outcome) {
        return switch (outcome) {
            case SettingsOutcome.Set(var set) ->
                    new ExecutionOutcome.Done(
                            "Version " + set.version() + " of the settings holds.");
            case SettingsOutcome.Unfit(String why) ->
                    refused(PlatformProblem.MALFORMED_REQUEST.with(why));
            case SettingsOutcome.Refused(var problem) -> refused(problem);
            case SettingsOutcome.Stale _,
                    SettingsOutcome.NotAllowed _,
                    SettingsOutcome.OnlyByProposal _,
                    SettingsOutcome.UnknownSpace _ ->
                    refused(PlatformProblem.NOT_FOUND.with("There is no such space."));
        };
    }

    private Optional<Past> find(UUID spaceId, UUID executionId) {
        return primary.run(c ->
                Sql.of(FIND)
                        .with(spaceId)
                        .with(executionId)
                        .first(
                                c,
                                row ->
                                        new Past(
                                                row.getString("order_hash"),
                                                row.getString("result"))));
    }

    private static String hash(ExecutionOrder order) {
        try {
            String text = order.proposalId() + " " + order.action();
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static ExecutionOutcome refused(Problem problem) {
        return new ExecutionOutcome.Refused(problem);
    }
}
