package com.rechain.dao.voting.tally;

import com.rechain.dao.platform.auth.CurrentCaller;
import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.voting.VotingProblem;
import com.rechain.dao.voting.box.Box;
import com.rechain.dao.voting.box.Boxes;
import com.rechain.dao.voting.electorate.BoxAccess;
import com.rechain.dao.voting.electorate.BoxAnswers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The running tally of a vote. */
@Path("/api/v1/proposals/{id}/tally")
@Tag(name = "votes")
@RunOnVirtualThread
public class TallyResource {
    private final BoxAccess access;
    private final Boxes boxes;
    private final TallyService tallies;
    private final BoxAnswers answers;
    private final CurrentCaller caller;

    TallyResource(
            BoxAccess access,
            Boxes boxes,
            TallyService tallies,
            BoxAnswers answers,
            CurrentCaller caller) {
        this.access = access;
        this.boxes = boxes;
        this.tallies = tallies;
        this.answers = answers;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "tally",
            summary = "How the vote stands",
            description =
                    "In exact numbers; the ETag changes with it. The certified result follows after the close.")
    @APIResponse(
            responseCode = "200",
            description = "The tally",
            content = @Content(schema = @Schema(implementation = TallyView.class)))
    @APIResponse(responseCode = "304", description = "It is as If-None-Match has it")
    @APIResponse(responseCode = "404", description = "not-found: no such proposal that one may see")
    @APIResponse(responseCode = "423", description = "result-sealed: hidden until voting closes")
    public Response tally(
            @PathParam("id") UUID proposalId,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        Optional<Box> box = access.find(proposalId, caller.userId());
        if (box.isEmpty()) {
            return ProblemResponses.of(
                    PlatformProblem.NOT_FOUND.with("There is no such proposal."));
        }
        if (boxes.isSealed(box.get())) {
            return ProblemResponses.of(
                    VotingProblem.RESULT_SEALED.with(
                            "This proposal hides its tally until voting closes."));
        }
        return answers.of(box.get(), tallies.tally(box.get()), known);
    }
}
