package com.rechain.dao.proposal.proposal.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.platform.auth.CurrentCaller;
import com.rechain.dao.platform.http.Created;
import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.platform.idempotency.IdempotencyKeys;
import com.rechain.dao.platform.idempotency.IdempotentRequest;
import com.rechain.dao.platform.problem.FieldError;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.proposal.ProposalConfig;
import com.rechain.dao.proposal.proposal.IfMatch;
import com.rechain.dao.proposal.proposal.ProposalAccess;
import com.rechain.dao.proposal.proposal.ProposalState;
import com.rechain.dao.proposal.proposal.ProposalView;
import com.rechain.dao.proposal.proposal.Sight;
import com.rechain.dao.proposal.space.Admission;
import com.rechain.dao.proposal.space.SpaceGate;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Drafts over HTTP. */
@Path("/api/v1/proposals")
@Tag(name = "proposals")
@Authenticated
@RunOnVirtualThread
public class DraftResource {
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final DraftService drafts;
    private final ProposalAccess access;
    private final SpaceGate gate;
    private final IdempotencyKeys idempotency;
    private final CurrentCaller caller;
    private final ProposalConfig config;

    DraftResource(
            DraftService drafts,
            ProposalAccess access,
            SpaceGate gate,
            IdempotencyKeys idempotency,
            CurrentCaller caller,
            ProposalConfig config) {
        this.drafts = drafts;
        this.access = access;
        this.gate = gate;
        this.idempotency = idempotency;
        this.caller = caller;
        this.config = config;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createDraft",
            summary = "Writes a new draft, which its author alone sees")
    @APIResponse(
            responseCode = "201",
            description = "The draft",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProposalView.class)))
    @APIResponse(
            responseCode = "400",
            description = "malformed-request: every broken rule is named")
    @APIResponse(
            responseCode = "403",
            description = "forbidden: not a member, or not in a role that may propose")
    @APIResponse(responseCode = "404", description = "not-found: no such space")
    @APIResponse(responseCode = "503", description = "membership-unknown")
    public Response create(
            @HeaderParam(IdempotentRequest.HEADER) @Nullable String key,
            @Nullable DraftRequest request) {
        if (request == null || request.spaceId() == null) {
            return ProblemResponses.of(
                    PlatformProblem.MALFORMED_REQUEST
                            .with("The space must be named.")
                            .because("spaceId", "required", "It must be given."));
        }
        UUID userId = caller.require().userId();
        UUID spaceId = request.spaceId();
        return switch (gate.admit(spaceId, userId, config.proposingRole())) {
            case Admission.Refused(var problem) -> ProblemResponses.of(problem);
            case Admission.Admitted _ ->
                    idempotency.once(
                            IdempotentRequest.of(
                                    spaceId, userId, key, "POST /api/v1/proposals", request),
                            () -> created(drafts.create(userId, spaceId, request.content())));
        };
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, MERGE_PATCH})
    @Operation(
            operationId = "editDraft",
            summary = "Rewrites a draft by a JSON merge patch",
            description =
                    "Members given replace, null takes away, the rest stays. Every wording is kept as a version.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ContentSchema.class)))
    @APIResponse(
            responseCode = "200",
            description = "The draft as it is now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProposalView.class)))
    @APIResponse(responseCode = "409", description = "state-conflict: it is published")
    @APIResponse(
            responseCode = "412",
            description = "precondition-failed: it has changed since it was read")
    @APIResponse(responseCode = "428", description = "precondition-required: If-Match is missing")
    public Response edit(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonNode patch)
            throws JsonProcessingException {
        UUID userId = caller.require().userId();
        IfMatch expected = new IfMatch(ifMatch);
        Response refusal = refuse(id, userId);
        if (refusal != null) {
            return refusal;
        }
        if (expected.isMissing()) {
            return ProblemResponses.of(
                    PlatformProblem.PRECONDITION_REQUIRED.with(
                            "Send the draft's ETag as If-Match, so that nobody's change is lost."));
        }
        if (patch == null) {
            return ProblemResponses.of(
                    PlatformProblem.MALFORMED_REQUEST.with("The body must be a JSON object."));
        }
        return answer(drafts.edit(userId, id, expected, patch));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "discardDraft", summary = "Discards a draft with all its versions")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(
            responseCode = "409",
            description = "state-conflict: it is published; cancel it instead")
    @APIResponse(
            responseCode = "412",
            description = "precondition-failed: it has changed since it was read")
    public Response discard(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        UUID userId = caller.require().userId();
        Response refusal = refuse(id, userId);
        return refusal == null ? answer(drafts.discard(userId, id, new IfMatch(ifMatch))) : refusal;
    }

    /** Who may not see the proposal hears 404; who sees it but did not write it, 403. */
    private @Nullable Response refuse(UUID id, UUID userId) {
        return switch (access.onPrimary(id, userId)) {
            case Sight.Hidden _ -> ProblemResponses.of(Sight.hidden(id));
            case Sight.Undecided _ -> ProblemResponses.of(Sight.undecided());
            case Sight.Visible(var row) when !row.isWrittenBy(userId) ->
                    ProblemResponses.of(
                            PlatformProblem.FORBIDDEN.with("Only its author may do this."));
            case Sight.Visible _ -> null;
        };
    }

    private static Response created(DraftOutcome outcome) {
        if (outcome instanceof DraftOutcome.Written(ProposalView proposal)) {
            return Created.at("/api/v1/proposals/" + proposal.id())
                    .header(HttpHeaders.ETAG, proposal.etag())
                    .entity(proposal)
                    .build();
        }
        return answer(outcome);
    }

    private static Response answer(DraftOutcome outcome) {
        return switch (outcome) {
            case DraftOutcome.Written(ProposalView proposal) ->
                    Response.ok(proposal).header(HttpHeaders.ETAG, proposal.etag()).build();
            case DraftOutcome.Discarded _ -> Response.noContent().build();
            case DraftOutcome.Malformed(List<FieldError> errors) ->
                    ProblemResponses.of(
                            PlatformProblem.MALFORMED_REQUEST
                                    .with("The proposal breaks rules of form.")
                                    .because(errors));
            case DraftOutcome.Hidden(UUID id) -> ProblemResponses.of(Sight.hidden(id));
            case DraftOutcome.NotADraft(_, ProposalState actual) ->
                    ProblemResponses.of(
                            PlatformProblem.STATE_CONFLICT
                                    .with(
                                            "It is no longer a draft: what is published stays as it is.")
                                    .and("state", actual));
            case DraftOutcome.Stale(String etag) ->
                    ProblemResponses.of(
                            PlatformProblem.PRECONDITION_FAILED
                                    .with("It has changed since it was read.")
                                    .and("etag", etag));
        };
    }
}
