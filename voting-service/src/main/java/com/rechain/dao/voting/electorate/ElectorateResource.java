package com.rechain.dao.voting.electorate;

import com.rechain.dao.platform.auth.CurrentCaller;
import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.platform.paging.Page;
import com.rechain.dao.platform.paging.PageLimit;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.voting.box.Box;
import com.rechain.dao.voting.box.Boxes;
import com.rechain.dao.voting.electorate.VoterView.FlowView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who may vote, and with what weight. */
@Path("/api/v1/proposals/{id}/electorate")
@Tag(name = "votes")
@RunOnVirtualThread
public class ElectorateResource {
    private final BoxAccess access;
    private final Boxes boxes;
    private final ElectorateReads electorates;
    private final CurrentCaller caller;

    ElectorateResource(
            BoxAccess access, Boxes boxes, ElectorateReads electorates, CurrentCaller caller) {
        this.access = access;
        this.boxes = boxes;
        this.electorates = electorates;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "electorate",
            summary = "Who may vote, in numbers",
            description =
                    "Frozen at the start of the vote; until state is READY, the numbers are null. merkleRoot commits to every voter's weight.")
    @APIResponse(
            responseCode = "200",
            description = "The electorate",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Electorate.class)))
    @APIResponse(responseCode = "404", description = "not-found: no such proposal that one may see")
    public Response electorate(@PathParam("id") UUID proposalId) {
        return access.find(proposalId, caller.userId())
                .flatMap(box -> electorates.find(box.proposalId()))
                .map(electorate -> Response.ok(electorate).build())
                .orElseGet(() -> notFound("There is no such proposal."));
    }

    @GET
    @Path("/{userId}")
    @Operation(
            operationId = "voter",
            summary = "What weight somebody has on a proposal, and why",
            description =
                    "With what others delegated to them and they to others. What ballots would tell is left out while the tally is hidden.")
    @APIResponse(
            responseCode = "200",
            description = "The voter",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = VoterView.class)))
    @APIResponse(
            responseCode = "404",
            description = "not-found: no such proposal that one may see, or no such voter")
    public Response voter(@PathParam("id") UUID proposalId, @PathParam("userId") UUID userId) {
        return access.find(proposalId, caller.userId())
                .flatMap(box -> explained(box, userId))
                .map(view -> Response.ok(view).build())
                .orElseGet(() -> notFound("There is no such voter in this proposal's electorate."));
    }

    /** A page of received weight, for the API's description. */
    @Schema(name = "PageFlow")
    record FlowPage(List<FlowView> items, @Nullable String nextCursor) {}

    @GET
    @Path("/{userId}/received")
    @Operation(
            operationId = "receivedWeight",
            summary = "Whose weight somebody has, delegation by delegation")
    @APIResponse(
            responseCode = "200",
            description = "A page of what was received",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FlowPage.class)))
    @APIResponse(responseCode = "400", description = "malformed-request: limit or cursor")
    @APIResponse(responseCode = "404", description = "not-found: no such proposal that one may see")
    public Response received(
            @PathParam("id") UUID proposalId,
            @PathParam("userId") UUID userId,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = PageLimit.of(limit);
        return access.find(proposalId, caller.userId())
                .filter(this::isFrozen)
                .map(box -> received(box, userId, size, cursor))
                .map(page -> Response.ok(page).build())
                .orElseGet(() -> notFound("There is no such proposal."));
    }

    private Optional<VoterView> explained(Box box, UUID userId) {
        Optional<VoterView> view =
                electorates
                        .voter(box.proposalId(), userId)
                        .map(voter -> electorates.explained(box.proposalId(), voter));
        return boxes.isSealed(box) ? view.map(VoterView::sealed) : view;
    }

    /** While it is being frozen, it is nobody's business how far that has come. */
    private boolean isFrozen(Box box) {
        return electorates.find(box.proposalId()).filter(Electorate::isReady).isPresent();
    }

    private Page<FlowView> received(Box box, UUID userId, int limit, @Nullable String cursor) {
        Page<FlowView> page = electorates.received(box.proposalId(), userId, limit, cursor);
        return boxes.isSealed(box) ? page.map(FlowView::sealed) : page;
    }

    private static Response notFound(String detail) {
        return ProblemResponses.of(PlatformProblem.NOT_FOUND.with(detail));
    }
}
