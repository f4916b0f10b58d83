package com.rechain.dao.user.settings;

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
}
