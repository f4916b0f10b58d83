package com.rechain.dao.user.execution;

import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.platform.internal.InternalOnly;
import com.rechain.dao.platform.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Takes the actions that proposal-service hands over. */
@Path("/internal/v1/spaces/{spaceId}/executions/{executionId}")
@InternalOnly
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class InternalExecutionResource {
    private final ExecutionService executions;

    InternalExecutionResource(ExecutionService executions) {
        this.executions = executions;
    }

    /** What was done, in a few words for people. */
    public record ExecutionResult(String result) {}

    @PUT
    @Operation(hidden = true)
    public Response execute(
            @PathParam("spaceId") UUID spaceId,
            @PathParam("executionId") UUID executionId,
            @NotNull @Valid ExecutionOrder order) {
        return switch (executions.execute(spaceId, executionId, order)) {
            case ExecutionOutcome.Done(String result) ->
                    Response.ok(new ExecutionResult(result)).build();
            case ExecutionOutcome.Refused(Problem problem) -> ProblemResponses.of(problem);
        };
    }
}
