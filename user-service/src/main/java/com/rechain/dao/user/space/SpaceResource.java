package com.rechain.dao.user.space;

import com.rechain.dao.platform.answer.ReadyAnswer;
import com.rechain.dao.platform.answer.ReadyResponses;
import com.rechain.dao.platform.auth.CurrentCaller;
import com.rechain.dao.platform.http.Caching;
import com.rechain.dao.platform.http.Created;
import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.platform.idempotency.IdempotencyKeys;
import com.rechain.dao.platform.idempotency.IdempotentRequest;
import com.rechain.dao.platform.paging.PageLimit;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.user.UserProblem;
import com.rechain.dao.user.space.SpaceUpdateOutcome.NotAllowed;
import com.rechain.dao.user.space.SpaceUpdateOutcome.Stale;
import com.rechain.dao.user.space.SpaceUpdateOutcome.UnknownSpace;
import com.rechain.dao.user.space.SpaceUpdateOutcome.Updated;
import com.rechain.dao.user.web.EntityTag;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Spaces: founding, finding, changing. */
@Path("/api/v1/spaces")
@Tag(name = "spaces")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SpaceResource {
    private final SpaceService spaces;
    private final SpaceReads reads;
    private final SpacePages pages;
    private final ReadyResponses responses;
    private final IdempotencyKeys keys;
    private final CurrentCaller caller;

    SpaceResource(
            SpaceService spaces,
            SpaceReads reads,
            SpacePages pages,
            ReadyResponses responses,
            IdempotencyKeys keys,
            CurrentCaller caller) {
        this.spaces = spaces;
        this.reads = reads;
        this.pages = pages;
        this.responses = responses;
        this.keys = keys;
        this.caller = caller;
    }

    /** A page of spaces, for the API's description. */
    @Schema(name = "PageSpaceView")
    record SpacePage(List<SpaceView> items, @Nullable String nextCursor) {}

    @GET
    @Operation(summary = "The public spaces, newest first")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = SpacePage.class)))
    @APIResponse(responseCode = "304", description = "It is as If-None-Match has it")
    @APIResponse(responseCode = "400", description = "malformed-request")
    public Response list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        int size = PageLimit.of(limit);
        if (cursor == null && size == PageLimit.DEFAULT) {
            return responses.shared(pages.firstPage(), known, List.of(SpacePages.LIST)).build();
        }
        return Response.ok(reads.list(size, cursor))
                .header(HttpHeaders.CACHE_CONTROL, Caching.FOR_EVERYONE)
                .header(ReadyResponses.CACHE_TAG, SpacePages.LIST)
                .build();
    }

    @POST
    @Authenticated
    @SecurityRequirement(name = "accessToken")
    @Operation(
            summary = "Found a space",
            description =
                    "I become its owner with weight 1. May be repeated safely with the same Idempotency-Key.")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = SpaceView.class)))
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "409", description = "slug-taken")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response create(
            @HeaderParam(IdempotentRequest.HEADER) @Nullable String key,
            @NotNull @Valid CreateSpaceRequest request) {
        UUID founder = caller.require().userId();
        IdempotentRequest once =
                IdempotentRequest.of(founder, founder, key, "POST /spaces", request);
        return keys.once(once, () -> created(spaces.create(request.wanted(), founder)));
    }

    @GET
    @Path("/{idOrSlug}")
    @Operation(summary = "A space", description = "The ETag names its version, for a later change.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SpaceView.class)))
    @APIResponse(responseCode = "304", description = "It is as If-None-Match has it")
    @APIResponse(responseCode = "404", description = "not-found: none that I may see")
    public Response space(
            @PathParam("idOrSlug") String idOrSlug,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        SpaceKey key = SpaceKey.parse(idOrSlug);
        Optional<ReadyAnswer> open = pages.open(key);
        if (open.isPresent()) {
            List<String> tags = SpacePages.atTheEdge(open.get());
            return responses.shared(open.get(), known, tags).build();
        }
        return caller.userId()
                .flatMap(member -> reads.visible(key, Optional.of(member)))
                .map(SpaceResource::ok)
                .orElseGet(SpaceResource::unknown);
    }

    @PATCH
    @Path("/{idOrSlug}")
    @Authenticated
    @SecurityRequirement(name = "accessToken")
    @Operation(summary = "Change a space", description = "For its owners and admins.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SpaceView.class)))
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "forbidden: only owners and admins may")
    @APIResponse(responseCode = "404", description = "not-found: none that I may see")
    @APIResponse(
            responseCode = "412",
            description = "precondition-failed: it has changed since it was read")
    @APIResponse(responseCode = "428", description = "precondition-required: send If-Match")
    public Response update(
            @PathParam("idOrSlug") String idOrSlug,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid SpaceChange change) {
        UUID editor = caller.require().userId();
        if (ifMatch == null || ifMatch.isBlank()) {
            return ProblemResponses.of(EntityTag.missing());
        }
        return switch (spaces.update(SpaceKey.parse(idOrSlug), editor, ifMatch, change)) {
            case Updated(SpaceView space) -> ok(space);
            case Stale() -> ProblemResponses.of(EntityTag.stale());
            case NotAllowed() ->
                    ProblemResponses.of(
                            PlatformProblem.FORBIDDEN.with(
                                    "Only owners and admins may change a space."));
            case UnknownSpace() -> unknown();
        };
    }

    private static Response created(SpaceCreation outcome) {
        return switch (outcome) {
            case SpaceCreation.Created(SpaceView space) ->
                    Created.at("/api/v1/spaces/" + space.id())
                            .entity(space)
                            .header(HttpHeaders.ETAG, new EntityTag(space.version()).header())
                            .build();
            case SpaceCreation.SlugTaken() ->
                    ProblemResponses.of(
                            UserProblem.SLUG_TAKEN
                                    .with("Choose another slug.")
                                    .because("slug", "unique", "belongs to another space"));
        };
    }

    private static Response ok(SpaceView space) {
        return Response.ok(space)
                .header(HttpHeaders.ETAG, new EntityTag(space.version()).header())
                .header(HttpHeaders.CACHE_CONTROL, Caching.FOR_THE_CALLER)
                .build();
    }

    private static Response unknown() {
        return ProblemResponses.of(PlatformProblem.NOT_FOUND.with("There is no such space."));
    }
}
