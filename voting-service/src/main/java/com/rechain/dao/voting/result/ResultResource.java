package com.rechain.dao.voting.result;

import com.rechain.dao.platform.auth.CurrentCaller;
import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.Problem;
import com.rechain.dao.voting.VotingProblem;
import com.rechain.dao.voting.box.Box;
import com.rechain.dao.voting.box.BoxRow;
import com.rechain.dao.voting.box.BoxRows;
import com.rechain.dao.voting.electorate.BoxAccess;
import com.rechain.dao.voting.electorate.BoxAnswers;
import com.rechain.dao.voting.sql.Primary;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The certified result of a vote. */
@Path("/api/v1/proposals/{id}/result")
@Tag(name = "votes")
@RunOnVirtualThread
public class ResultResource {
    private final BoxAccess boxes;
    private final Results results;
    private final BoxAnswers answers;
    private final Primary primary;
    private final CurrentCaller caller;

    ResultResource(
            BoxAccess boxes,
            Results results,
            BoxAnswers answers,
            Primary primary,
            CurrentCaller caller) {
        this.boxes = boxes;
        this.results = results;
        this.answers = answers;
        this.primary = primary;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "result",
            summary = "The certified result",
            description =
                    "Recounted from every ballot after the close. With explain=true, a sentence for each step of the arithmetic.")
    @APIResponse(
            responseCode = "200",
            description = "The result",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ResultView.class)))
    @APIResponse(responseCode = "304", description = "It is as If-None-Match has it")
    @APIResponse(
            responseCode = "404",
            description =
                    "not-found: no such proposal that one may see; result-not-ready, with endsAt")
    @APIResponse(
            responseCode = "423",
            description = "result-sealed: hidden until voting closes, and not certified yet")
    public Response result(
            @PathParam("id") UUID proposalId,
            @QueryParam("explain") @DefaultValue("false") boolean explain,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        Optional<Box> box = boxes.find(proposalId, caller.userId());
        if (box.isEmpty()) {
            return ProblemResponses.of(
                    PlatformProblem.NOT_FOUND.with("There is no such proposal."));
        }
        return results.find(proposalId, explain)
                .map(result -> answers.of(box.get(), result, known))
                .orElseGet(() -> ProblemResponses.of(notYet(box.get())));
    }

    private Problem notYet(Box box) {
        return box.hidesUntilClose()
                ? VotingProblem.RESULT_SEALED.with(
                        "This proposal hides its result until voting closes.")
                : VotingProblem.RESULT_NOT_READY
                        .with("The result is certified some seconds after voting ends.")
                        .and("endsAt", end(box).toString());
    }

    private Instant end(Box box) {
        return primary.readElseReplica(connection -> BoxRows.state(connection, box.proposalId()))
                .map(BoxRow::endsAt)
                .orElse(box.scheduledEnd());
    }
}
