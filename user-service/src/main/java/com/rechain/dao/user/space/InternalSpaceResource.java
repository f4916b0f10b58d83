package com.rechain.dao.user.space;

import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.platform.internal.InternalOnly;
import com.rechain.dao.platform.problem.PlatformProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What other services must know of a space now; read from the primary. */
@Path("/internal/v1/spaces/{spaceId}")
@InternalOnly
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class InternalSpaceResource {
    private final SpaceService spaces;

    InternalSpaceResource(SpaceService spaces) {
        this.spaces = spaces;
    }

    /** A space in few words. */
    public record SpaceSummary(
            UUID id, String slug, String name, Visibility visibility, SpaceStatus status) {}

    @GET
    @Operation(hidden = true)
    public Response space(@PathParam("spaceId") UUID spaceId) {
        return spaces.find(new SpaceKey.ById(spaceId))
                .map(s -> new SpaceSummary(s.id(), s.slug(), s.name(), s.visibility(), s.status()))
                .map(summary -> Response.ok(summary).build())
                .orElseGet(() ->
                        ProblemResponses.of(
                                PlatformProblem.NOT_FOUND.with("There is no such space.")));
    }
}
