package com.rechain.dao.user.membership;

import com.rechain.dao.platform.auth.CurrentCaller;
import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.platform.idempotency.IdempotencyKeys;
import com.rechain.dao.platform.idempotency.IdempotentRequest;
import com.rechain.dao.platform.paging.PageLimit;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.user.UserProblem;
import com.rechain.dao.user.membership.JoinOutcome.AlreadyMember;
import com.rechain.dao.user.membership.JoinOutcome.Joined;
import com.rechain.dao.user.membership.LeaveOutcome.Left;
import com.rechain.dao.user.membership.PutMemberOutcome.Added;
import com.rechain.dao.user.membership.PutMemberOutcome.Changed;
import com.rechain.dao.user.membership.PutMemberOutcome.NotAllowed;
import com.rechain.dao.user.membership.PutMemberOutcome.UnknownAccount;
import com.rechain.dao.user.space.SpaceKey;
import com.rechain.dao.user.space.SpaceReads;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The members of a space: joining, leaving, roles and weights. */
@Path("/api/v1/spaces")
@Tag(name = "spaces")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class MembershipResource {
    private final MembershipService memberships;
    private final MemberReads reads;
    private final SpaceReads spaces;
    private final IdempotencyKeys keys;
    private final CurrentCaller caller;

    MembershipResource(
            MembershipService memberships,
            MemberReads reads,
            SpaceReads spaces,
            IdempotencyKeys keys,
            CurrentCaller caller) {
        this.memberships = memberships;
        this.reads = reads;
        this.spaces = spaces;
        this.keys = keys;
        this.caller = caller;
    }

    @POST
    @Path("/{idOrSlug}/join")
    @Authenticated
    @SecurityRequirement(name = "accessToken")
    @Operation(
            summary = "Join a space",
            description = "With weight 1. Joining again changes nothing.")
    @APIResponse(
            responseCode = "201",
            description = "Joined",
            content = @Content(schema = @Schema(implementation = MemberView.class)))
    @APIResponse(
            responseCode = "200",
            description = "A member already",
            content = @Content(schema = @Schema(implementation = MemberView.class)))
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(
            responseCode = "404",
            description = "not-found: none that I may see; private spaces add members themselves")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response join(
            @PathParam("idOrSlug") String idOrSlug,
            @HeaderParam(IdempotentRequest.HEADER) @Nullable String key) {
        UUID me = caller.require().userId();
        IdempotentRequest once =
                IdempotentRequest.of(me, me, key, "POST /spaces/" + idOrSlug + "/join", null);
        return keys.once(once, () -> joined(memberships.join(SpaceKey.parse(idOrSlug), me)));
    }

    @POST
    @Path("/{idOrSlug}/leave")
    @Authenticated
    @SecurityRequirement(name = "accessToken")
    @Operation(
            summary = "Leave a space",
            description = "My weight is 0 from now on. Leaving again changes nothing.")
    @APIResponse(responseCode = "204", description = "Left")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "404", description = "not-found: none that I may see")
    @APIResponse(responseCode = "409", description = "last-owner: name another owner first")
    public Response leave(@PathParam("idOrSlug") String idOrSlug) {
        return switch (memberships.leave(SpaceKey.parse(idOrSlug), caller.require().userId())) {
            case Left() -> Response.noContent().build();
            case LeaveOutcome.LastOwner() -> lastOwner();
            case LeaveOutcome.UnknownSpace() -> unknownSpace();
        };
    }

    @GET
    @Path("/{idOrSlug}/members")
    @Operation(summary = "The members of a space, by id")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = MemberPage.class)))
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "404", description = "not-found: none that I may see")
    public Response members(
            @PathParam("idOrSlug") String idOrSlug,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = PageLimit.of(limit);
        return spaces.visible(SpaceKey.parse(idOrSlug), caller.userId())
                .map(space -> Response.ok(reads.list(space.id(), size, cursor)).build())
                .orElseGet(MembershipResource::unknownSpace);
    }

    @PUT
    @Path("/{idOrSlug}/members/{userId}")
    @Authenticated
    @SecurityRequirement(name = "accessToken")
    @Operation(
            summary = "Give somebody a role and a weight",
            description =
                    "For owners; and for admins, who give and change the roles MODERATOR, AUTHOR and MEMBER of others."
                            + " Whoever is no member yet becomes one. The weight counts from now on.")
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = MemberView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = MemberView.class)))
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "forbidden: my role does not allow this")
    @APIResponse(
            responseCode = "404",
            description = "not-found: no such space that I may see, or no such user")
    @APIResponse(responseCode = "409", description = "last-owner: name another owner first")
    public Response put(
            @PathParam("idOrSlug") String idOrSlug,
            @PathParam("userId") UUID userId,
            @NotNull @Valid PutMemberRequest request) {
        UUID editor = caller.require().userId();
        return switch (memberships.put(
                SpaceKey.parse(idOrSlug), editor, userId, request.change())) {
            case Added(MemberView member) ->
                    Response.status(Response.Status.CREATED).entity(member).build();
            case Changed(MemberView member) -> Response.ok(member).build();
            case NotAllowed() ->
                    ProblemResponses.of(
                            PlatformProblem.FORBIDDEN.with(
                                    "Your role in the space does not allow this."));
            case PutMemberOutcome.LastOwner() -> lastOwner();
            case UnknownAccount() ->
                    ProblemResponses.of(PlatformProblem.NOT_FOUND.with("There is no such user."));
            case PutMemberOutcome.UnknownSpace() -> unknownSpace();
        };
    }

    private static Response joined(JoinOutcome outcome) {
        return switch (outcome) {
            case Joined(MemberView member) ->
                    Response.status(Response.Status.CREATED).entity(member).build();
            case AlreadyMember(MemberView member) -> Response.ok(member).build();
            case JoinOutcome.UnknownSpace() -> unknownSpace();
        };
    }

    private static Response lastOwner() {
        return ProblemResponses.of(
                UserProblem.LAST_OWNER.with("Make somebody else an owner first."));
    }

    private static Response unknownSpace() {
        return ProblemResponses.of(PlatformProblem.NOT_FOUND.with("There is no such space."));
    }
}
