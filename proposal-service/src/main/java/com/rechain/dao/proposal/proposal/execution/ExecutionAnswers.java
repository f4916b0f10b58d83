package com.rechain.dao.proposal.proposal.execution;

import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.Problem;
import com.rechain.dao.proposal.ProposalProblem;
import com.rechain.dao.proposal.proposal.ProposalState;
import com.rechain.dao.proposal.proposal.Sight;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says over HTTP what became of what people asked of an execution. */
final class ExecutionAnswers {
    private ExecutionAnswers() {}

    static Response of(ExecutionOutcome outcome) {
        return switch (outcome) {
            case ExecutionOutcome.Moved(ExecutionView execution) ->
                    Response.accepted(execution).build();
            case ExecutionOutcome.Gone(UUID id) -> ProblemResponses.of(Sight.hidden(id));
            case ExecutionOutcome.NotOpen(ProposalState actual, Instant eta) ->
                    ProblemResponses.of(notOpen(actual, eta));
            case ExecutionOutcome.Waits(ProposalState actual, UUID predecessorId) ->
                    ProblemResponses.of(
                            PlatformProblem.STATE_CONFLICT
                                    .with(
                                            "It waits until the proposal before it is executed, and goes on by itself then.")
                                    .and("state", actual)
                                    .and("predecessorId", predecessorId));
            case ExecutionOutcome.UnderWay _ ->
                    ProblemResponses.of(
                            ProposalProblem.EXECUTION_UNDER_WAY
                                    .with("Ask again when the action has ended.")
                                    .retryAfter(Duration.ofSeconds(1)));
            case ExecutionOutcome.NotItsTurn(int position) ->
                    ProblemResponses.of(
                            ProposalProblem.ACTION_NOT_OPEN
                                    .with(
                                            "Only a manual action whose turn it is can be noted as done.")
                                    .and("position", position));
        };
    }

    private static Problem notOpen(ProposalState actual, @Nullable Instant eta) {
        Problem problem =
                PlatformProblem.STATE_CONFLICT
                        .with(
                                eta == null
                                        ? "Nothing is to be carried out now: it is %s."
                                                .formatted(actual)
                                        : "Nothing is to be carried out before %s: it is %s."
                                                .formatted(eta, actual))
                        .and("state", actual);
        return eta == null ? problem : problem.and("eta", eta);
    }
}
