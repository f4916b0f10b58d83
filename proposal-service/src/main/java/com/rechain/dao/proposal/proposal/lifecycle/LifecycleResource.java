package com.rechain.dao.proposal.proposal.lifecycle;

import com.rechain.dao.platform.auth.CurrentCaller;
import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.platform.idempotency.IdempotencyKeys;
import com.rechain.dao.platform.idempotency.IdempotentRequest;
import com.rechain.dao.platform.problem.FieldError;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.Problem;
import com.rechain.dao.proposal.ProposalProblem;
import com.rechain.dao.proposal.proposal.IfMatch;
import com.rechain.dao.proposal.proposal.ProposalAccess;
import com.rechain.dao.proposal.proposal.ProposalRow;
import com.rechain.dao.proposal.proposal.ProposalView;
import com.rechain.dao.proposal.proposal.Sight;
import com.rechain.dao.proposal.proposal.lifecycle.Gatekeepers.PublishGate;
import com.rechain.dao.proposal.space.SpaceRole;
import com.rechain.dao.proposal.space.SpaceSettings;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Publishing over HTTP. */
@Path("/api/v1/proposals/{id}")
@Tag(name = "proposals")
@Authenticated
@RunOnVirtualThread
public class LifecycleResource {
    private final ProposalLifecycle lifecycle;
    private final ProposalAccess access;
    private final Gatekeepers gatekeepers;
    private final IdempotencyKeys idempotency;
    private final CurrentCaller caller;

    LifecycleResource(
            ProposalLifecycle lifecycle,
            ProposalAccess access,
            Gatekeepers gatekeepers,
            IdempotencyKeys idempotency,
            CurrentCaller caller) {
        this.lifecycle = lifecycle;
        this.access = access;
        this.gatekeepers = gatekeepers;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Path("/publish")
    @Operation(
            operationId = "publishProposal",
            summary = "Publishes a draft",
            description =
                    "Freezes wording, rules, actions and what the space's settings say; the electorate is frozen at startsAt. Where"
                            + " others must sign first, it is SIGNING until they have. If-Match is optional.")
    @APIResponse(
            responseCode = "200",
            description = "The published proposal",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProposalView.class)))
    @APIResponse(
            responseCode = "403",
            description =
                    "forbidden: not its author, or not in a role that may, with actions (proposing.actionsRole) or without; proposal-threshold: too little own weight")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(
            responseCode = "409",
            description =
                    "state-conflict: not a draft; schedule-passed: edit startsAt or endsAt; predecessor-unknown;"
                            + " default-rules-unfit; too-many-proposals; action-unfit")
    @APIResponse(
            responseCode = "412",
            description = "precondition-failed: it has changed since it was read")
    @APIResponse(responseCode = "503", description = "membership-unknown")
    public Response publish(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(IdempotentRequest.HEADER) @Nullable String key) {
        UUID userId = caller.require().userId();
        return whenVisible(
                id,
                userId,
                row ->
                        switch (gatekeepers.publishing(row, userId)) {
                            case PublishGate.Closed(Problem problem) ->
                                    ProblemResponses.of(problem);
                            case PublishGate.Open(SpaceRole role, SpaceSettings settings) ->
                                    idempotency.once(
                                            IdempotentRequest.of(
                                                    id, userId, key, "POST publish", null),
                                            () ->
                                                    answer(
                                                            lifecycle.publish(
                                                                    id,
                                                                    new IfMatch(ifMatch),
                                                                    role,
                                                                    settings)));
                        });
    }

    private Response whenVisible(UUID id, UUID userId, Function<ProposalRow, Response> action) {
        return switch (access.onPrimary(id, userId)) {
            case Sight.Hidden _ -> ProblemResponses.of(Sight.hidden(id));
            case Sight.Undecided _ -> ProblemResponses.of(Sight.undecided());
            case Sight.Visible(ProposalRow row) -> action.apply(row);
        };
    }

    static Response answer(LifecycleOutcome outcome) {
        return switch (outcome) {
            case LifecycleOutcome.Moved(ProposalView proposal) ->
                    Response.ok(proposal).header(HttpHeaders.ETAG, proposal.etag()).build();
            case LifecycleOutcome.Gone(UUID id) -> ProblemResponses.of(Sight.hidden(id));
            case LifecycleOutcome.NotAllowed(String who) ->
                    ProblemResponses.of(PlatformProblem.FORBIDDEN.with(who));
            case LifecycleOutcome.WrongState(ProposalView actual) ->
                    ProblemResponses.of(conflict(actual));
            case LifecycleOutcome.Stale(String etag) ->
                    ProblemResponses.of(
                            PlatformProblem.PRECONDITION_FAILED
                                    .with("It has changed since it was read.")
                                    .and("etag", etag));
            case LifecycleOutcome.UnderWay _ ->
                    ProblemResponses.of(
                            ProposalProblem.EXECUTION_UNDER_WAY
                                    .with("Ask again when the action has ended.")
                                    .retryAfter(Duration.ofSeconds(1)));
            case LifecycleOutcome.Refused(Problem problem) -> ProblemResponses.of(problem);
            case LifecycleOutcome.SchedulePassed(List<FieldError> errors) ->
                    ProblemResponses.of(
                            ProposalProblem.SCHEDULE_PASSED
                                    .with(
                                            "The voting window of the draft is no longer possible; edit it first.")
                                    .because(errors));
        };
    }

    private static Problem conflict(ProposalView actual) {
        Problem problem =
                PlatformProblem.STATE_CONFLICT
                        .with("The proposal is " + actual.state() + ".")
                        .and("state", actual.state())
                        .and("endsAt", actual.endsAt());
        return actual.startsAt() == null ? problem : problem.and("startsAt", actual.startsAt());
    }
}
