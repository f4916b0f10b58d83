package com.rechain.dao.voting.ballot;

import com.rechain.dao.platform.auth.CurrentCaller;
import com.rechain.dao.platform.paging.Page;
import com.rechain.dao.platform.paging.PageLimit;
import com.rechain.dao.voting.box.Box;
import com.rechain.dao.voting.box.Boxes;
import com.rechain.dao.voting.electorate.BoxAccess;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
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

/** Lists of ballots: of a proposal for everybody, of the caller for the caller. */
@Path("/api/v1")
@Tag(name = "votes")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class BallotListResource {
    private final BoxAccess access;
    private final Boxes boxes;
    private final BallotReads ballots;
    private final BallotAnswers answers;
    private final CurrentCaller caller;

    BallotListResource(
            BoxAccess access,
            Boxes boxes,
            BallotReads ballots,
            BallotAnswers answers,
            CurrentCaller caller) {
        this.access = access;
        this.boxes = boxes;
        this.ballots = ballots;
        this.answers = answers;
        this.caller = caller;
    }

    /** A page of anybody's ballots, for the API's description. */
    @Schema(name = "PagePublicBallot")
    record BallotPage(List<PublicBallot> items, @Nullable String nextCursor) {}

    @GET
    @Path("/proposals/{id}/ballots")
    @Operation(
            operationId = "ballots",
            summary = "The ballots of a proposal as they stand, newest first",
            description =
                    "Each voter's last one, with its reason and weight. Where the rules hide the tally, so are these until the vote has"
                            + " closed.")
    @APIResponse(
            responseCode = "200",
            description = "A page of ballots",
            content = @Content(schema = @Schema(implementation = BallotPage.class)))
    @APIResponse(responseCode = "400", description = "malformed-request: limit or cursor")
    @APIResponse(responseCode = "404", description = "not-found: no such proposal that one may see")
    @APIResponse(responseCode = "423", description = "result-sealed: hidden until voting closes")
    public Response ofProposal(
            @PathParam("id") UUID proposalId,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = PageLimit.of(limit);
        Optional<Box> box = access.find(proposalId, caller.userId());
        if (box.isEmpty()) {
            return answers.noProposal();
        }
        if (boxes.isSealed(box.get())) {
            return answers.hidden();
        }
        return Response.ok(ballots.ofProposal(box.get(), size, cursor))
                .header(HttpHeaders.CACHE_CONTROL, access.cacheControl(box.get()))
                .build();
    }

    @GET
    @Path("/users/me/ballots")
    @Authenticated
    @Operation(
            operationId = "myBallots",
            summary =
                    "My ballots on all proposals as they stand, newest first, with their receipts")
    @APIResponse(responseCode = "200", description = "A page of ballots")
    @APIResponse(responseCode = "400", description = "malformed-request: limit or cursor")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    public Page<MyBallot> mine(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return ballots.ofVoter(caller.require().userId(), PageLimit.of(limit), cursor);
    }
}
