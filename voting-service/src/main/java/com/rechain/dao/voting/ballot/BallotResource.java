package com.rechain.dao.voting.ballot;

import com.rechain.dao.platform.auth.CurrentCaller;
import com.rechain.dao.platform.idempotency.IdempotentRequest;
import com.rechain.dao.tally.json.Fault;
import com.rechain.dao.voting.box.Box;
import com.rechain.dao.voting.electorate.BoxAccess;
import com.rechain.dao.voting.writer.Answer;
import com.rechain.dao.voting.writer.Receipt;
import io.quarkus.security.Authenticated;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A voter's own ballot on a proposal. */
@Path("/api/v1/proposals/{id}/ballot")
@Tag(name = "votes")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class BallotResource {
    private final BoxAccess boxes;
    private final BallotService ballots;
    private final BallotReads reads;
    private final BallotAnswers answers;
    private final CurrentCaller caller;
    private final ExecutorService virtualThreads;

    BallotResource(
            BoxAccess boxes,
            BallotService ballots,
            BallotReads reads,
            BallotAnswers answers,
            CurrentCaller caller,
            @VirtualThreads ExecutorService virtualThreads) {
        this.boxes = boxes;
        this.ballots = ballots;
        this.reads = reads;
        this.answers = answers;
        this.caller = caller;
        this.virtualThreads = virtualThreads;
    }

    /**
     * Casts or replaces the caller's ballot. An answer with a receipt comes only after the ballot
     * is durable. On the event loop, where waiting for a commit costs no thread: what one must wait
     * for before the queue is looked up on a virtual one, for the few that are the first to ask.
     */
    @PUT
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "castBallot",
            summary = "Casts my ballot, or another in its place",
            description =
                    "Answered once the ballot is durable; the same ballot again gets the same receipt. What a choice looks like is up to the"
                            + " voting system; whether it may be replaced, to changeOfVote.")
    @APIResponse(
            responseCode = "201",
            description = "The receipt of a first ballot",
            content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(
            responseCode = "200",
            description =
                    "The receipt of a ballot that took the place of another, or was there already",
            content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(
            responseCode = "400",
            description =
                    "malformed-request: the body has another shape, or the idempotency key another form")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(
            responseCode = "403",
            description = "not-eligible: no weight in the frozen electorate")
    @APIResponse(responseCode = "404", description = "not-found: no such proposal that one may see")
    @APIResponse(
            responseCode = "409",
            description =
                    "already-voted, with revision and castAt; no-weight-left: all who gave theirs have voted themselves;"
                            + " state-conflict, with state, startsAt and endsAt")
    @APIResponse(
            responseCode = "422",
            description = "invalid-ballot, with field and rule; idempotency-key-reused")
    @APIResponse(responseCode = "500", description = "internal-error: it was not stored")
    @APIResponse(
            responseCode = "503",
            description = "unavailable: repeat the same request after Retry-After")
    public CompletionStage<Response> cast(
            @PathParam("id") UUID proposalId,
            @HeaderParam(IdempotentRequest.HEADER) @Nullable String key,
            BallotRequest request) {
        UUID voterId = caller.require().userId();
        return box(proposalId, voterId)
                .thenCompose(box ->
                        box.isPresent()
                                ? ballots.submit(box.get(), voterId, request, key)
                                        .thenApply(this::answer)
                                : CompletableFuture.completedStage(answers.noProposal()));
    }

    private CompletionStage<Optional<Box>> box(UUID proposalId, UUID voterId) {
        Optional<Box> known = boxes.known(proposalId);
        return known.isPresent()
                ? CompletableFuture.completedStage(known)
                : CompletableFuture.supplyAsync(
                        () -> boxes.find(proposalId, Optional.of(voterId)), virtualThreads);
    }

    private Response answer(SubmitOutcome outcome) {
        return switch (outcome) {
            case SubmitOutcome.Invalid(Fault broken) -> answers.invalid(broken);
            case SubmitOutcome.Decided(Answer answer) -> answers.of(answer);
        };
    }

    @GET
    @RunOnVirtualThread
    @Operation(
            operationId = "myBallot",
            summary = "My ballot on a proposal as it stands, with its receipt")
    @APIResponse(
            responseCode = "200",
            description = "The ballot",
            content = @Content(schema = @Schema(implementation = MyBallot.class)))
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(
            responseCode = "404",
            description =
                    "not-found: no such proposal that one may see, or no ballot of mine on it")
    public Response mine(@PathParam("id") UUID proposalId) {
        UUID voterId = caller.require().userId();
        return boxes.find(proposalId, Optional.of(voterId))
                .map(box ->
                        reads.mine(box, voterId)
                                .map(ballot ->
                                        Response.ok(ballot)
                                                .header("Cache-Control", "private, no-store")
                                                .build())
                                .orElseGet(answers::noBallot))
                .orElseGet(answers::noProposal);
    }

    /** No rules of today let a voter withdraw; a ballot can be replaced. */
    @DELETE
    @RunOnVirtualThread
    @Operation(
            operationId = "withdrawBallot",
            summary = "Refuses to withdraw my ballot",
            description = "No rules of today let a voter withdraw; a ballot can be replaced.")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "404", description = "not-found: no such proposal that one may see")
    @APIResponse(responseCode = "409", description = "withdrawal-not-allowed")
    public Response withdraw(@PathParam("id") UUID proposalId) {
        return boxes.find(proposalId, caller.userId())
                .map(_ -> answers.notWithdrawable())
                .orElseGet(answers::noProposal);
    }

    /** Tells what casting this ballot now would lead to, and writes nothing. */
    @POST
    @RunOnVirtualThread
    @Path("/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "previewBallot",
            summary = "What casting this ballot now would lead to",
            description =
                    "Writes nothing and promises nothing. Outcome FIRST, REPLACE or REPEAT where it would be taken; NOT_ELIGIBLE,"
                            + " NO_WEIGHT_LEFT, ALREADY_VOTED or NOT_OPEN where not.")
    @APIResponse(
            responseCode = "200",
            description = "What would come of it",
            content = @Content(schema = @Schema(implementation = BallotPreview.class)))
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "404", description = "not-found: no such proposal that one may see")
    @APIResponse(responseCode = "422", description = "invalid-ballot, with field and rule")
    public Response preview(@PathParam("id") UUID proposalId, BallotRequest request) {
        UUID voterId = caller.require().userId();
        Optional<Box> box = boxes.find(proposalId, Optional.of(voterId));
        if (box.isEmpty()) {
            return answers.noProposal();
        }
        return switch (ballots.preview(box.get(), voterId, request)) {
            case PreviewOutcome.Invalid(Fault broken) -> answers.invalid(broken);
            case PreviewOutcome.Foreseen(BallotPreview preview) -> Response.ok(preview).build();
        };
    }
}
