package com.rechain.dao.proposal.comment;

import com.rechain.dao.platform.answer.ReadyResponses;
import com.rechain.dao.platform.auth.CurrentCaller;
import com.rechain.dao.platform.http.Caching;
import com.rechain.dao.platform.http.Created;
import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.platform.idempotency.IdempotencyKeys;
import com.rechain.dao.platform.idempotency.IdempotentRequest;
import com.rechain.dao.platform.paging.PageLimit;
import com.rechain.dao.platform.problem.FieldError;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.Problem;
import com.rechain.dao.proposal.proposal.ProposalAccess;
import com.rechain.dao.proposal.proposal.ProposalRow;
import com.rechain.dao.proposal.proposal.ProposalState;
import com.rechain.dao.proposal.proposal.QueryLimit;
import com.rechain.dao.proposal.proposal.Sight;
import com.rechain.dao.proposal.search.ProposalPages;
import com.rechain.dao.proposal.search.ProposalTags;
import com.rechain.dao.proposal.space.Admission;
import com.rechain.dao.proposal.space.SpaceGate;
import com.rechain.dao.proposal.space.SpaceRole;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The discussion below a proposal over HTTP: whoever sees the proposal reads it, members take part.
 */
@Path("/api/v1/proposals/{id}/comments")
@Tag(name = "comments")
@RunOnVirtualThread
public class CommentResource {
    private final CommentService comments;
    private final CommentReads reads;
    private final ProposalPages pages;
    private final ReadyResponses responses;
    private final ProposalAccess access;
    private final SpaceGate gate;
    private final IdempotencyKeys idempotency;
    private final CurrentCaller caller;

    CommentResource(
            CommentService comments,
            CommentReads reads,
            ProposalPages pages,
            ReadyResponses responses,
            ProposalAccess access,
            SpaceGate gate,
            IdempotencyKeys idempotency,
            CurrentCaller caller) {
        this.comments = comments;
        this.reads = reads;
        this.pages = pages;
        this.responses = responses;
        this.access = access;
        this.gate = gate;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** A page of comments, for the API's description. */
    @Schema(name = "CommentPage")
    record CommentPage(List<CommentView> items, @Schema(nullable = true) String nextCursor) {}

    @GET
    @Operation(
            operationId = "listComments",
            summary = "Lists the comments, oldest first, tombstones included")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CommentPage.class)))
    @APIResponse(responseCode = "304", description = "The page with that ETag is still good")
    @APIResponse(responseCode = "404", description = "not-found")
    public Response list(
            @PathParam("id") UUID id,
            @QueryParam("limit")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "100",
                                            defaultValue = "20"))
                    @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        int size = QueryLimit.of(limit);
        if (cursor == null && size == PageLimit.DEFAULT) {
            Optional<UUID> openSpace = pages.openSpace(id);
            if (openSpace.isPresent()) {
                return responses
                        .shared(reads.firstPage(id), ifNoneMatch, tags(id, openSpace.get()))
                        .build();
            }
        }
        return whenVisible(
                reads.sight(id, caller.userId().orElse(null)),
                id,
                _ ->
                        Response.ok(reads.page(id, size, cursor))
                                .header(HttpHeaders.CACHE_CONTROL, Caching.FOR_THE_CALLER)
                                .build());
    }

    @POST
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "addComment", summary = "Says something about a published proposal")
    @APIResponse(
            responseCode = "201",
            description = "The comment",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CommentView.class)))
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "403", description = "forbidden: not a member of the space")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "state-conflict: a draft takes no comments")
    @APIResponse(responseCode = "503", description = "membership-unknown")
    public Response say(
            @PathParam("id") UUID id,
            @HeaderParam(IdempotentRequest.HEADER) @Nullable String key,
            @Nullable CommentRequest request) {
        UUID userId = caller.require().userId();
        CommentRequest given = request == null ? new CommentRequest(null, null) : request;
        return whenVisible(
                access.onPrimary(id, userId),
                id,
                row -> {
                    if (row.isDraft()) {
                        return ProblemResponses.of(
                                PlatformProblem.STATE_CONFLICT
                                        .with("A draft takes no comments; publish it first.")
                                        .and("state", ProposalState.DRAFT));
                    }
                    return switch (gate.admit(row.spaceId(), userId, SpaceRole.MEMBER)) {
                        case Admission.Refused(Problem problem) -> ProblemResponses.of(problem);
                        case Admission.Admitted _ ->
                                idempotency.once(
                                        IdempotentRequest.of(
                                                id, userId, key, "POST comments", given),
                                        () -> answer(comments.say(id, userId, given)));
                    };
                });
    }

    @DELETE
    @Authenticated
    @Path("/{commentId}")
    @Operation(
            operationId = "takeDownComment",
            summary = "Takes a comment down",
            description = "Its author or a moderator; a tombstone stays.")
    @APIResponse(responseCode = "204", description = "It is a tombstone now")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    public Response takeDown(@PathParam("id") UUID id, @PathParam("commentId") UUID commentId) {
        UUID userId = caller.require().userId();
        return whenVisible(
                access.onPrimary(id, userId),
                id,
                row -> {
                    // Who takes down their own need not be a member any more, so only a moderator's
                    // membership matters.
                    boolean moderator =
                            gate.admit(row.spaceId(), userId, SpaceRole.MEMBER)
                                            instanceof Admission.Admitted(SpaceRole role)
                                    && role.moderates();
                    return answer(comments.takeDown(id, commentId, userId, moderator));
                });
    }

    private static List<String> tags(UUID id, UUID spaceId) {
        return Stream.concat(
                        Stream.of(CommentReads.tag(id)),
                        ProposalTags.atTheEdge(id, spaceId).stream())
                .toList();
    }

    private static Response whenVisible(
            Sight sight, UUID id, Function<ProposalRow, Response> action) {
        return switch (sight) {
            case Sight.Visible(ProposalRow row) -> action.apply(row);
            case Sight.Hidden _ -> ProblemResponses.of(Sight.hidden(id));
            case Sight.Undecided _ -> ProblemResponses.of(Sight.undecided());
        };
    }

    private static Response answer(CommentOutcome outcome) {
        return switch (outcome) {
            case CommentOutcome.Said(CommentView comment) ->
                    Created.at(
                                    "/api/v1/proposals/%s/comments/%s"
                                            .formatted(comment.proposalId(), comment.id()))
                            .entity(comment)
                            .build();
            case CommentOutcome.TakenDown _ -> Response.noContent().build();
            case CommentOutcome.Malformed(FieldError error) ->
                    ProblemResponses.of(
                            PlatformProblem.MALFORMED_REQUEST
                                    .with("The comment breaks a rule of form.")
                                    .because(List.of(error)));
            case CommentOutcome.NoSuchComment(UUID id) ->
                    ProblemResponses.of(
                            PlatformProblem.NOT_FOUND.with(
                                    "There is no comment " + id + " below this proposal."));
            case CommentOutcome.NotAllowed _ ->
                    ProblemResponses.of(
                            PlatformProblem.FORBIDDEN.with(
                                    "Only its author and moderators may do this."));
        };
    }
}
