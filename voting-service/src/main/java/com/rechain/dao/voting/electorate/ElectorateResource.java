package com.rechain.dao.voting.electorate;

import com.rechain.dao.platform.auth.CurrentCaller;
import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.platform.problem.PlatformProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Who may vote, and with what weight. */
@Path("/api/v1/proposals/{id}/electorate")
@RunOnVirtualThread
public class ElectorateResource {
    private final BoxAccess boxes;
    private final ElectorateReads electorates;
    private final CurrentCaller caller;

    ElectorateResource(BoxAccess boxes, ElectorateReads electorates, CurrentCaller caller) {
        this.boxes = boxes;
        this.electorates = electorates;
        this.caller = caller;
    }

    @GET
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Electorate.class)))
    public Response electorate(@PathParam("id") UUID proposalId) {
        return boxes.find(proposalId, caller.userId())
                .flatMap(box -> electorates.find(box.proposalId()))
                .map(electorate -> Response.ok(electorate).build())
                .orElseGet(() -> notFound("There is no such proposal."));
    }

    @GET
    @Path("/{userId}")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = VoterView.class)))
    public Response voter(@PathParam("id") UUID proposalId, @PathParam("userId") UUID userId) {
        return boxes.find(proposalId, caller.userId())
                .flatMap(box -> electorates.voter(box.proposalId(), userId))
                .map(voter -> electorates.explained(proposalId, voter))
                .map(view -> Response.ok(view).build())
                .orElseGet(() -> notFound("There is no such voter in this proposal's electorate."));
    }

    private static Response notFound(String detail) {
        return ProblemResponses.of(PlatformProblem.NOT_FOUND.with(detail));
    }
}
