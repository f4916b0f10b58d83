package com.rechain.dao.proposal.proposal.execution;

import com.rechain.dao.platform.auth.CurrentCaller;
import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.platform.problem.FieldError;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.proposal.proposal.ProposalAccess;
import com.rechain.dao.proposal.proposal.ProposalRow;
import com.rechain.dao.proposal.proposal.Sight;
import com.rechain.dao.proposal.proposal.lifecycle.Gatekeepers;
import com.rechain.dao.proposal.proposal.lifecycle.Gatekeepers.Standing;
import com.rechain.dao.proposal.space.SpaceRole;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What became of a proposal's actions, and what admins do about them, over HTTP. */
@Path("/api/v1/proposals/{id}")
@Tag(name = "proposals")
@RunOnVirtualThread
public class ExecutionResource {
    private final ManualExecution executions;
    private final ProposalAccess access;
    private final Gatekeepers gatekeepers;
    private final CurrentCaller caller;

    ExecutionResource(
            ManualExecution executions,
            ProposalAccess access,
            Gatekeepers gatekeepers,
            CurrentCaller caller) {
        this.executions = executions;
        this.access = access;
        this.gatekeepers = gatekeepers;
        this.caller = caller;
    }

    @GET
    @Path("/execution")
    @Operation(
            operationId = "execution",
            summary = "How the actions of a proposal stand, with every attempt")
    @APIResponse(
            responseCode = "200",
            description = "How they stand",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ExecutionView.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    public Response execution(@PathParam("id") UUID id) {
        return whenVisible(
                id, caller.userId().orElse(null), row -> Response.ok(executions.view(row)).build());
    }

    @POST
    @Path("/execute")
    @Authenticated
    @Operation(
            operationId = "retryExecution",
            summary = "Sets the actions that are not done going again",
            description = "For admins and owners, from the eta until the proposal expires.")
    @APIResponse(
            responseCode = "202",
            description = "They are tried again",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ExecutionView.class)))
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(
            responseCode = "409",
            description =
                    "state-conflict, with the eta if that is ahead, or the predecessorId if that is waited for;"
                            + " execution-under-way: an action is being carried out")
    @APIResponse(responseCode = "503", description = "membership-unknown")
    public Response execute(@PathParam("id") UUID id) {
        UUID userId = caller.require().userId();
        return whenVisible(id, userId, row -> asAdmin(row, userId, () -> executions.retry(id)));
    }

    @POST
    @Path("/actions/{position}/done")
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "noteActionDone",
            summary = "Notes that people have done a manual action",
            description = "For admins and owners, when the actions before it are done.")
    @APIResponse(
            responseCode = "202",
            description = "Noted; what follows is carried out",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ExecutionView.class)))
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(
            responseCode = "409",
            description = "state-conflict; execution-under-way; action-not-open")
    @APIResponse(responseCode = "503", description = "membership-unknown")
    public Response done(
            @PathParam("id") UUID id,
            @PathParam("position") int position,
            @Nullable NoteRequest request) {
        UUID userId = caller.require().userId();
        NoteRequest given = request == null ? new NoteRequest(null) : request;
        Optional<FieldError> error = given.error();
        if (error.isPresent()) {
            return ProblemResponses.of(
                    PlatformProblem.MALFORMED_REQUEST
                            .with("The note breaks a rule of form.")
                            .because(List.of(error.get())));
        }
        String note = Objects.requireNonNull(given.note());
        return whenVisible(
                id,
                userId,
                row -> asAdmin(row, userId, () -> executions.done(id, position, userId, note)));
    }

    private Response asAdmin(ProposalRow row, UUID userId, Supplier<ExecutionOutcome> move) {
        return switch (gatekeepers.role(row, userId)) {
            case Standing.As(SpaceRole role) when role != null && role.isAtLeast(SpaceRole.ADMIN) ->
                    ExecutionAnswers.of(move.get());
            case Standing.As _ ->
                    ProblemResponses.of(
                            PlatformProblem.FORBIDDEN.with("Only admins and owners may do this."));
            case Standing.Undecided _ -> ProblemResponses.of(Sight.undecided());
        };
    }

    private Response whenVisible(
            UUID id, @Nullable UUID userId, Function<ProposalRow, Response> action) {
        return switch (access.onPrimary(id, userId)) {
            case Sight.Hidden _ -> ProblemResponses.of(Sight.hidden(id));
            case Sight.Undecided _ -> ProblemResponses.of(Sight.undecided());
            case Sight.Visible(ProposalRow row) -> action.apply(row);
        };
    }
}
