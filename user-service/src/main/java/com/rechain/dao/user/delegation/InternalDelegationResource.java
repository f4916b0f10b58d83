package com.rechain.dao.user.delegation;

import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.platform.internal.InternalOnly;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.tally.power.Occasion;
import com.rechain.dao.user.delegation.ExportOutcome.Exported;
import com.rechain.dao.user.delegation.ExportOutcome.NotYet;
import com.rechain.dao.user.delegation.ExportOutcome.UnknownSpace;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Hands voting-service the delegations that one proposal's vote may be affected by. */
@Path("/internal/v1/spaces/{spaceId}/delegations")
@InternalOnly
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class InternalDelegationResource {
    private static final int MOST = 5_000;

    private final DelegationExportService exports;

    InternalDelegationResource(DelegationExportService exports) {
        this.exports = exports;
    }

    @GET
    @Operation(hidden = true)
    public Response delegations(
            @PathParam("spaceId") UUID spaceId,
            @QueryParam("at") @NotNull String at,
            @QueryParam("proposalId") @NotNull UUID proposalId,
            @QueryParam("label") List<String> labels,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue("" + MOST) @Min(1) @Max(MOST) int limit) {
        Occasion occasion = new Occasion(proposalId, labels);
        Instant when = Instants.parse("at", at);
        return switch (exports.export(spaceId, when, occasion, after, limit)) {
            case Exported(DelegationExport page) -> Response.ok(page).build();
            case NotYet(Instant now) ->
                    ProblemResponses.of(
                            PlatformProblem.STATE_CONFLICT
                                    .with(
                                            "The delegations of an instant are known once that has passed.")
                                    .and("now", now));
            case UnknownSpace() ->
                    ProblemResponses.of(PlatformProblem.NOT_FOUND.with("There is no such space."));
        };
    }
}
