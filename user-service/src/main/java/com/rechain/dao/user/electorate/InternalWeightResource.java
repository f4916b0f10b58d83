package com.rechain.dao.user.electorate;

import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.platform.internal.InternalOnly;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.user.space.SpaceKey;
import com.rechain.dao.user.space.SpaceService;
import com.rechain.dao.user.web.Instants;
import com.rechain.dao.user.weight.Weight;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Tells what somebody weighed immediately before an instant, exactly; read from the primary. */
@Path("/internal/v1/spaces/{spaceId}/weights/{userId}")
@InternalOnly
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class InternalWeightResource {
    private final ElectorateService electorates;
    private final SpaceService spaces;
    private final Clock clock;

    InternalWeightResource(ElectorateService electorates, SpaceService spaces, Clock clock) {
        this.clock = clock;
        this.electorates = electorates;
        this.spaces = spaces;
    }

    /** A weight; 0 for who was no member. */
    public record WeightAnswer(Weight weight) {}

    @GET
    @Operation(hidden = true)
    public Response weight(
            @PathParam("spaceId") UUID spaceId,
            @PathParam("userId") UUID userId,
            @QueryParam("before") @NotNull String before) {
        if (spaces.find(new SpaceKey.ById(spaceId)).isEmpty()) {
            return ProblemResponses.of(PlatformProblem.NOT_FOUND.with("There is no such space."));
        }
        Instant instant = Instants.parse("before", before);
        Instant now = clock.instant();
        // Nobody settles the future; the caller's clock may be a little ahead.
        Instant end = instant.isAfter(now) ? now : instant;
        Weight weight = electorates.weight(spaceId, userId, end.minus(1, ChronoUnit.MICROS));
        return Response.ok(new WeightAnswer(weight)).build();
    }
}
