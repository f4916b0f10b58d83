package com.rechain.dao.user.settings;

import com.rechain.dao.platform.auth.CurrentCaller;
import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.user.UserProblem;
import com.rechain.dao.user.space.SpaceKey;
import com.rechain.dao.user.space.SpaceReads;
import com.rechain.dao.user.web.EntityTag;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a space asks of its proposals, over HTTP. */
@Path("/api/v1/spaces/{idOrSlug}/settings")
@Tag(name = "spaces")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SettingsResource {
    private final SettingsService service;
    private final SettingsReads reads;
    private final SpaceReads spaces;
    private final CurrentCaller caller;

    SettingsResource(
            SettingsService service, SettingsReads reads, SpaceReads spaces, CurrentCaller caller) {
        this.service = service;
        this.reads = reads;
        this.spaces = spaces;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "What a space asks of its proposals",
            description = "Every version stays readable. The ETag names the version.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SettingsView.class)))
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(
            responseCode = "404",
            description = "not-found: no such space that I may see, or no such version")
    public Response settings(
            @PathParam("idOrSlug") String idOrSlug,
            @QueryParam("version") @Min(0) @Nullable Long version) {
        return spaces.visible(SpaceKey.parse(idOrSlug), caller.userId())
                .flatMap(space -> reads.find(space.id(), version))
                .map(SettingsResource::ok)
                .orElseGet(SettingsResource::unknown);
    }

    @PUT
    @Authenticated
    @SecurityRequirement(name = "accessToken")
    @Operation(
            summary = "Set what a space asks of its proposals",
            description =
                    "For its owners and admins, unless the settings say that only proposals change them. Proposals that are"
                            + " published keep what held then.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SettingsView.class)))
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "forbidden: only owners and admins may")
    @APIResponse(responseCode = "404", description = "not-found: none that I may see")
    @APIResponse(
            responseCode = "409",
            description =
                    "settings-by-proposal-only, or settings-unusable: nobody could publish a proposal under them")
    @APIResponse(
            responseCode = "412",
            description = "precondition-failed: they have changed since they were read")
    @APIResponse(responseCode = "428", description = "precondition-required: send If-Match")
    public Response set(
            @PathParam("idOrSlug") String idOrSlug,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Settings settings) {
        if (ifMatch == null || ifMatch.isBlank()) {
            return ProblemResponses.of(EntityTag.missing());
        }
        return switch (service.set(
                SpaceKey.parse(idOrSlug), caller.require().userId(), ifMatch, settings)) {
            case SettingsOutcome.Set(SettingsView set) -> ok(set);
            case SettingsOutcome.Stale() -> ProblemResponses.of(EntityTag.stale());
            case SettingsOutcome.NotAllowed() ->
                    ProblemResponses.of(
                            PlatformProblem.FORBIDDEN.with(
                                    "Only owners and admins may set what a space asks."));
            case SettingsOutcome.OnlyByProposal() ->
                    ProblemResponses.of(
                            UserProblem.SETTINGS_BY_PROPOSAL_ONLY.with(
                                    "Write a proposal with an action of kind SETTINGS."));
            case SettingsOutcome.Unfit(String why) ->
                    ProblemResponses.of(PlatformProblem.MALFORMED_REQUEST.with(why));
            case SettingsOutcome.Refused(var problem) -> ProblemResponses.of(problem);
            case SettingsOutcome.UnknownSpace() -> unknown();
        };
    }

    private static Response ok(SettingsView settings) {
        return Response.ok(settings)
                .header(HttpHeaders.ETAG, new EntityTag(settings.version()).header())
                .build();
    }

    private static Response unknown() {
        return ProblemResponses.of(PlatformProblem.NOT_FOUND.with("There are no such settings."));
    }
}
