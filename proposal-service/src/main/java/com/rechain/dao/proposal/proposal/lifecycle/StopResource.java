package com.rechain.dao.proposal.proposal.lifecycle;

import com.rechain.dao.platform.auth.CurrentCaller;
import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.platform.idempotency.IdempotencyKeys;
import com.rechain.dao.platform.idempotency.IdempotentRequest;
import com.rechain.dao.platform.problem.FieldError;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.proposal.proposal.ProposalAccess;
import com.rechain.dao.proposal.proposal.ProposalRow;
import com.rechain.dao.proposal.proposal.ProposalView;
import com.rechain.dao.proposal.proposal.Sight;
import com.rechain.dao.proposal.proposal.lifecycle.Gatekeepers.Standing;
import com.rechain.dao.proposal.space.SpaceRole;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Cancelling and vetoing over HTTP. */
@Path("/api/v1/proposals/{id}")
@Tag(name = "proposals")
@Authenticated
@RunOnVirtualThread
public class StopResource {
    private final ProposalStops stops;
    private final ProposalAccess access;
    private final Gatekeepers gatekeepers;
    private final IdempotencyKeys idempotency;
    private final CurrentCaller caller;

    StopResource(
            ProposalStops stops,
            ProposalAccess access,
            Gatekeepers gatekeepers,
            IdempotencyKeys idempotency,
            CurrentCaller caller) {
        this.stops = stops;
        this.access = access;
        this.gatekeepers = gatekeepers;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Path("/cancel")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "cancelProposal",
            summary = "Calls a published proposal off",
            description =
                    "Its author until voting begins; moderators, admins and owners until it is concluded; guardians until its"
                            + " actions are carried out.")
    @APIResponse(
            responseCode = "200",
            description = "The canceled proposal",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProposalView.class)))
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(
            responseCode = "409",
            description = "state-conflict; execution-under-way: ask again")
    @APIResponse(responseCode = "503", description = "membership-unknown")
    public Response cancel(
            @PathParam("id") UUID id,
            @HeaderParam(IdempotentRequest.HEADER) @Nullable String key,
            @Nullable CancelRequest request) {
        UUID userId = caller.require().userId();
        return stop(id, userId, request, key, "POST cancel", stops::cancel);
    }

    @POST
    @Path("/veto")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "vetoProposal",
            summary = "Stops a proposal that has succeeded before its actions are carried out",
            description =
                    "In CHALLENGE and QUEUED, for the roles that the space's settings named when it was published:"
                            + " guardians, unless they say otherwise.")
    @APIResponse(
            responseCode = "200",
            description = "The vetoed proposal",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProposalView.class)))
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(
            responseCode = "409",
            description = "state-conflict; execution-under-way: ask again")
    @APIResponse(responseCode = "503", description = "membership-unknown")
    public Response veto(
            @PathParam("id") UUID id,
            @HeaderParam(IdempotentRequest.HEADER) @Nullable String key,
            @Nullable CancelRequest request) {
        UUID userId = caller.require().userId();
        return stop(id, userId, request, key, "POST veto", stops::veto);
    }

    /** What stops a proposal. */
    private interface Stop {
        LifecycleOutcome apply(UUID id, UUID userId, @Nullable SpaceRole role, String reason);
    }

    private Response stop(
            UUID id,
            UUID userId,
            @Nullable CancelRequest request,
            @Nullable String key,
            String operation,
            Stop stop) {
        CancelRequest given = request == null ? new CancelRequest(null) : request;
        return whenVisible(
                id,
                userId,
                row -> {
                    Optional<FieldError> error = given.error();
                    if (error.isPresent()) {
                        return ProblemResponses.of(
                                PlatformProblem.MALFORMED_REQUEST
                                        .with("The reason breaks a rule of form.")
                                        .because(List.of(error.get())));
                    }
                    String reason = Objects.requireNonNull(given.reason());
                    return switch (gatekeepers.standing(row, userId)) {
                        case Standing.As(var role) ->
                                idempotency.once(
                                        IdempotentRequest.of(id, userId, key, operation, given),
                                        () ->
                                                LifecycleResource.answer(
                                                        stop.apply(id, userId, role, reason)));
                        case Standing.Undecided _ -> ProblemResponses.of(Sight.undecided());
                    };
                });
    }

    private Response whenVisible(UUID id, UUID userId, Function<ProposalRow, Response> action) {
        return switch (access.onPrimary(id, userId)) {
            case Sight.Hidden _ -> ProblemResponses.of(Sight.hidden(id));
            case Sight.Undecided _ -> ProblemResponses.of(Sight.undecided());
            case Sight.Visible(ProposalRow row) -> action.apply(row);
        };
    }
}
