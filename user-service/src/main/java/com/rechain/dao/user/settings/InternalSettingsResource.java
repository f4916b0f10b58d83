package com.rechain.dao.user.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.platform.internal.InternalOnly;
import com.rechain.dao.platform.problem.PlatformProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Tells proposal-service what holds now; read from the primary. */
@Path("/internal/v1/spaces/{spaceId}/settings")
@InternalOnly
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class InternalSettingsResource {
    private final SettingsService settings;

    InternalSettingsResource(SettingsService settings) {
        this.settings = settings;
    }

    @GET
    @Operation(hidden = true)
    public Response settings(@PathParam("spaceId") UUID spaceId) {
        return settings.find(spaceId)
                .map(found -> Response.ok(found).build())
                .orElseGet(() ->
                        ProblemResponses.of(
                                PlatformProblem.NOT_FOUND.with("There is no such space.")));
    }

    /** Whether changes that a proposal asks for would come to settings, as things are now. */
    @POST
    @Path("/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Response preview(@PathParam("spaceId") UUID spaceId, @NotNull JsonNode changes) {
        if (!(changes instanceof ObjectNode object)) {
            return ProblemResponses.of(
                    PlatformProblem.MALFORMED_REQUEST.with("Changes are an object."));
        }
        return switch (settings.preview(spaceId, object)) {
            case SettingsOutcome.Set _ -> Response.noContent().build();
            case SettingsOutcome.Unfit(String why) ->
                    ProblemResponses.of(PlatformProblem.MALFORMED_REQUEST.with(why));
            case SettingsOutcome.Refused(var problem) -> ProblemResponses.of(problem);
            case SettingsOutcome.Stale _,
                    SettingsOutcome.NotAllowed _,
                    SettingsOutcome.OnlyByProposal _,
                    SettingsOutcome.UnknownSpace _ ->
                    ProblemResponses.of(PlatformProblem.NOT_FOUND.with("There is no such space."));
        };
    }
}
