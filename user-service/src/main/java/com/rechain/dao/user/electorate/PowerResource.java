package com.rechain.dao.user.electorate;

import com.rechain.dao.platform.auth.CurrentCaller;
import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.Problem;
import com.rechain.dao.tally.power.Occasion;
import com.rechain.dao.user.delegation.ScopeView;
import com.rechain.dao.user.electorate.PowerReads.Question;
import com.rechain.dao.user.space.SpaceKey;
import com.rechain.dao.user.space.SpaceReads;
import com.rechain.dao.user.web.Instants;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Voting power that explains itself. */
@Path("/api/v1/spaces")
@Tag(name = "spaces")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PowerResource {
    private final PowerReads power;
    private final SpaceReads spaces;
    private final CurrentCaller caller;
    private final Clock clock;

    PowerResource(PowerReads power, SpaceReads spaces, CurrentCaller caller, Clock clock) {
        this.power = power;
        this.spaces = spaces;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("/{idOrSlug}/power/{userId}")
    @Operation(summary = "How much somebody weighs in a space, and why")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PowerView.class)))
    @APIResponse(
            responseCode = "400",
            description = "malformed-request: the time cannot be read or has not passed")
    @APIResponse(responseCode = "404", description = "not-found: no such space that I may see")
    public Response power(
            @PathParam("idOrSlug") String idOrSlug,
            @PathParam("userId") UUID userId,
            @Parameter(
                            description = "An instant that has passed; now when left out",
                            example = "2026-02-28T12:00:00Z")
                    @QueryParam("at")
                    @Nullable String at,
            @QueryParam("explain") @Nullable Boolean explain,
            @Parameter(
                            description =
                                    "A label of the proposal that the weight is for, repeated for each, in the proposal's order:"
                                            + " the first one with a delegation decides. Proposals are kept elsewhere, so proposalId"
                                            + " does not bring its labels along")
                    @QueryParam("topic")
                    @Size(max = 10)
                    List<String> topics,
            @Parameter(
                            description =
                                    "The proposal that the weight is for: takes in delegations for it alone. Its labels must be"
                                            + " given as topic, or delegations for a topic are not seen")
                    @QueryParam("proposalId")
                    @Nullable UUID proposalId) {
        Instant now = clock.instant();
        Instant when = at == null ? now : Instants.parse("at", at);
        if (at != null && !when.isBefore(now)) {
            return ProblemResponses.of(future());
        }
        Occasion occasion =
                new Occasion(proposalId, topics.stream().map(ScopeView::label).toList());
        return spaces.visible(SpaceKey.parse(idOrSlug), caller.userId())
                .map(space -> new Question(space.id(), userId, occasion, when))
                .map(question ->
                        Boolean.TRUE.equals(explain)
                                ? power.explained(question)
                                : power.power(question))
                .map(view -> Response.ok(view).build())
                .orElseGet(() ->
                        ProblemResponses.of(
                                PlatformProblem.NOT_FOUND.with("There is no such space.")));
    }

    private static Problem future() {
        return PlatformProblem.MALFORMED_REQUEST
                .with("Weights are known of the past only.")
                .because("at", "past", "must have passed");
    }
}
