package com.rechain.dao.user.delegation;

import com.rechain.dao.platform.auth.CurrentCaller;
import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.Problem;
import com.rechain.dao.user.UserProblem;
import com.rechain.dao.user.delegation.PutDelegationsOutcome.Delegated;
import com.rechain.dao.user.delegation.PutDelegationsOutcome.DelegatesNotMembers;
import com.rechain.dao.user.delegation.PutDelegationsOutcome.ExpiryPassed;
import com.rechain.dao.user.delegation.PutDelegationsOutcome.NotAMember;
import com.rechain.dao.user.delegation.PutDelegationsOutcome.ToOneself;
import com.rechain.dao.user.delegation.PutDelegationsOutcome.TooManyScopes;
import com.rechain.dao.user.delegation.PutDelegationsOutcome.UnknownSpace;
import com.rechain.dao.user.space.SpaceKey;
import com.rechain.dao.user.space.SpaceReads;
import com.rechain.dao.user.web.Instants;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Giving voting weight to others. */
@Path("/api/v1/spaces")
@Tag(name = "delegations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class DelegationResource {
    private final DelegationService delegations;
    private final DelegationReads reads;
    private final DelegateRankings rankings;
    private final SpaceReads spaces;
    private final CurrentCaller caller;

    DelegationResource(
            DelegationService delegations,
            DelegationReads reads,
            DelegateRankings rankings,
            SpaceReads spaces,
            CurrentCaller caller) {
        this.delegations = delegations;
        this.reads = reads;
        this.rankings = rankings;
        this.spaces = spaces;
        this.caller = caller;
    }

    @GET
    @Path("/{idOrSlug}/delegations")
    @Authenticated
    @SecurityRequirement(name = "accessToken")
    @Operation(summary = "What I give to others in a space now")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = DelegationsView.class)))
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "404", description = "not-found: none that I may see")
    public Response mine(@PathParam("idOrSlug") String idOrSlug) {
        UUID me = caller.require().userId();
        return spaces.visible(SpaceKey.parse(idOrSlug), caller.userId())
                .map(space -> Response.ok(reads.givenBy(space.id(), me)).build())
                .orElseGet(DelegationResource::unknownSpace);
    }

    @PUT
    @Path("/{idOrSlug}/delegations")
    @Authenticated
    @SecurityRequirement(name = "accessToken")
    @Operation(
            summary = "Give parts of my weight to others",
            description =
                    "Replaces my whole set for one scope: the space, a topic (a label of proposals) or one proposal; the"
                            + " narrowest counts. It holds for votes that start later. My own ballot always takes my"
                            + " weight back, before or after a delegate's.")
    @APIResponse(
            responseCode = "200",
            description = "All that I give in this space",
            content = @Content(schema = @Schema(implementation = DelegationsView.class)))
    @APIResponse(
            responseCode = "400",
            description =
                    "malformed-request: more than the whole, somebody twice, to myself, or a time that has passed")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "forbidden: I am no member")
    @APIResponse(responseCode = "404", description = "not-found: none that I may see")
    @APIResponse(responseCode = "409", description = "too-many-delegations")
    @APIResponse(responseCode = "422", description = "delegate-not-a-member")
    public Response put(
            @PathParam("idOrSlug") String idOrSlug, @NotNull @Valid PutDelegationsRequest wanted) {
        String until = wanted.expiresAt();
        Instant expiresAt = until == null ? null : Instants.parse("expiresAt", until);
        UUID me = caller.require().userId();
        return switch (delegations.put(SpaceKey.parse(idOrSlug), me, wanted, expiresAt)) {
            case Delegated(DelegationsView all) -> Response.ok(all).build();
            case UnknownSpace() -> unknownSpace();
            case NotAMember() ->
                    problem(PlatformProblem.FORBIDDEN.with("Only members have weight to give."));
            case ToOneself() ->
                    malformed("delegates", "others", "must not name yourself: own weight is yours");
            case ExpiryPassed(Instant _) ->
                    malformed("expiresAt", "future", "must lie in the future");
            case DelegatesNotMembers(List<UUID> strangers) ->
                    problem(
                            UserProblem.DELEGATE_NOT_A_MEMBER
                                    .with("Only members can be delegates.")
                                    .and("delegateIds", strangers));
            case TooManyScopes(int most) ->
                    problem(
                            UserProblem.TOO_MANY_DELEGATIONS.with(
                                    "At most " + most + " topics and proposals; end one first."));
        };
    }

    @DELETE
    @Path("/{idOrSlug}/delegations/{delegateId}")
    @Authenticated
    @SecurityRequirement(name = "accessToken")
    @Operation(
            summary = "Take back all that I gave to somebody",
            description = "For votes that start later. Doing so again changes nothing.")
    @APIResponse(responseCode = "204", description = "Taken back")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "404", description = "not-found: none that I may see")
    public Response withdraw(
            @PathParam("idOrSlug") String idOrSlug, @PathParam("delegateId") UUID delegateId) {
        UUID me = caller.require().userId();
        return delegations.withdraw(SpaceKey.parse(idOrSlug), me, delegateId)
                ? Response.noContent().build()
                : unknownSpace();
    }

    @GET
    @Path("/{idOrSlug}/delegates")
    @Operation(summary = "Who receives most, and how much")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = DelegateView.Some.class)))
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "404", description = "not-found: none that I may see")
    public Response delegates(
            @PathParam("idOrSlug") String idOrSlug,
            @Parameter(description = "For proposals with this label") @QueryParam("topic")
                    @Nullable String topic,
            @Parameter(description = "For this proposal") @QueryParam("proposalId")
                    @Nullable UUID proposalId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(DelegateRankings.MOST)
                    int limit) {
        String label = topic == null ? null : ScopeView.label(topic);
        return spaces.visible(SpaceKey.parse(idOrSlug), caller.userId())
                .map(space -> rankings.most(space.id(), proposalId, label, limit))
                .map(items -> Response.ok(new DelegateView.Some(items)).build())
                .orElseGet(DelegationResource::unknownSpace);
    }

    private static Response malformed(String field, String rule, String message) {
        return problem(
                PlatformProblem.MALFORMED_REQUEST
                        .with("This cannot be delegated.")
                        .because(field, rule, message));
    }

    private static Response unknownSpace() {
        return problem(PlatformProblem.NOT_FOUND.with("There is no such space."));
    }

    private static Response problem(Problem problem) {
        return ProblemResponses.of(problem);
    }
}
