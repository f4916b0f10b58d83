package com.rechain.dao.proposal.proposal.execution;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.rechain.dao.proposal.proposal.ProposalRow;
import com.rechain.dao.proposal.proposal.ProposalState;
import com.rechain.dao.proposal.proposal.action.Action;
import com.rechain.dao.proposal.proposal.action.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the actions of a proposal stand. */
@Schema(name = "Execution")
public record ExecutionView(UUID proposalId, ProposalState state, List<ActionView> actions) {

    /** One action with all its attempts. */
    @Schema(name = "ExecutedAction")
    public record ActionView(
            @Schema(description = "Its place among the actions, from 1.") int position,
            @Schema(type = SchemaType.OBJECT) @JsonRawValue String action,
            ActionStatus status,
            @Schema(
                            nullable = true,
                            description =
                                    "The same at every attempt: the delivery id of a webhook. Missing until the proposal"
                                            + " has succeeded.")
                    @Nullable UUID executionId,
            @Schema(nullable = true) @Nullable Instant doneAt,
            @Schema(nullable = true, description = "Who noted a manual action as done.")
                    @Nullable UUID doneBy,
            @Schema(nullable = true) @Nullable String note,
            List<Attempt> attempts) {}

    static ExecutionView of(
            ProposalRow row, List<ActionRow> rows, List<Attempt> attempts, Instant now) {
        Plan plan = row.wording().plan();
        List<ActionView> views = new ArrayList<>();
        for (int i = 0; i < plan.actions().size(); i++) {
            ActionRow stored = i < rows.size() ? rows.get(i) : null;
            views.add(view(i + 1, plan.actions().get(i), stored, attempts));
        }
        return new ExecutionView(row.id(), row.stateAt(now), views);
    }

    private static ActionView view(
            int position, Action action, @Nullable ActionRow row, List<Attempt> attempts) {
        return new ActionView(
                position,
                action.toJson().toString(),
                row == null ? ActionStatus.PENDING : row.status(),
                row == null ? null : row.executionId(),
                row == null ? null : row.doneAt(),
                row == null ? null : row.doneBy(),
                row == null ? null : row.note(),
                attempts.stream().filter(attempt -> attempt.position() == position).toList());
    }
}
