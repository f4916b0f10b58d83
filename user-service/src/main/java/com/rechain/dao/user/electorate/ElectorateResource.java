package com.rechain.dao.user.electorate;

import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.platform.internal.InternalOnly;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.user.electorate.ElectorateOutcome.Exported;
import com.rechain.dao.user.electorate.ElectorateOutcome.NotYet;
import com.rechain.dao.user.electorate.ElectorateOutcome.UnknownSpace;
import com.rechain.dao.user.web.Instants;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Hands voting-service the electorate of a vote. */
@Path("/internal/v1/spaces/{spaceId}/electorate")
@InternalOnly
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ElectorateResource {
    private static final int MOST = 5_000;

    private final ElectorateService electorates;

    ElectorateResource(ElectorateService electorates) {
        this.electorates = electorates;
    }

    @GET
    @Operation(hidden = true)
    public Response electorate(
            @PathParam("spaceId") UUID spaceId,
            @QueryParam("at") @NotNull String at,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue("" + MOST) @Min(1) @Max(MOST) int limit) {
        return switch (electorates.export(spaceId, Instants.parse("at", at), after, limit)) {
            case Exported(ElectorateView page) -> Response.ok(page).build();
            case NotYet(Instant now) ->
                    ProblemResponses.of(
                            PlatformProblem.STATE_CONFLICT
                                    .with(
                                            "The electorate of an instant is known once that has passed.")
                                    .and("now", now));
            case UnknownSpace() ->
                    ProblemResponses.of(PlatformProblem.NOT_FOUND.with("There is no such space."));
        };
    }
}
