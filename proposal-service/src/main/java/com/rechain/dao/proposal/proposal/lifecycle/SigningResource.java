package com.rechain.dao.proposal.proposal.lifecycle;

import com.rechain.dao.platform.auth.CurrentCaller;
import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.proposal.proposal.ProposalAccess;
import com.rechain.dao.proposal.proposal.ProposalRow;
import com.rechain.dao.proposal.proposal.ProposalView;
import com.rechain.dao.proposal.proposal.Sight;
import com.rechain.dao.proposal.proposal.lifecycle.Gatekeepers.Standing;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Signing over HTTP. */
@Path("/api/v1/proposals/{id}/sign")
@Tag(name = "proposals")
@RunOnVirtualThread
public class SigningResource {
    private final ProposalSigning signing;
    private final ProposalAccess access;
    private final Gatekeepers gatekeepers;
    private final SignatureReads reads;
    private final CurrentCaller caller;

    SigningResource(
            ProposalSigning signing,
            ProposalAccess access,
            Gatekeepers gatekeepers,
            SignatureReads reads,
            CurrentCaller caller) {
        this.signing = signing;
        this.access = access;
        this.gatekeepers = gatekeepers;
        this.reads = reads;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "signatures", summary = "Who signed a proposal, in their order")
    @APIResponse(
            responseCode = "200",
            description = "The signatures",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema =
                                    @Schema(
                                            type = SchemaType.ARRAY,
                                            implementation = SignatureView.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    public Response signatures(@PathParam("id") UUID id) {
        return switch (access.onPrimary(id, caller.userId().orElse(null))) {
            case Sight.Hidden _ -> ProblemResponses.of(Sight.hidden(id));
            case Sight.Undecided _ -> ProblemResponses.of(Sight.undecided());
            case Sight.Visible _ -> Response.ok(reads.of(id)).build();
        };
    }

    @POST
    @Authenticated
    @Operation(
            operationId = "signProposal",
            summary = "Signs a proposal, so that it may be put to the vote",
            description =
                    "For others than its author, in the role that the space asks for. Signing again changes nothing; the last"
                            + " signature that it takes puts it to the vote.")
    @APIResponse(
            responseCode = "200",
            description = "The proposal",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProposalView.class)))
    @APIResponse(responseCode = "403", description = "forbidden; own-proposal")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(
            responseCode = "409",
            description = "state-conflict; schedule-passed: its vote would be too short by now")
    @APIResponse(responseCode = "503", description = "membership-unknown")
    public Response sign(@PathParam("id") UUID id) {
        UUID userId = caller.require().userId();
        return switch (access.onPrimary(id, userId)) {
            case Sight.Hidden _ -> ProblemResponses.of(Sight.hidden(id));
            case Sight.Undecided _ -> ProblemResponses.of(Sight.undecided());
            case Sight.Visible(ProposalRow row) -> sign(row, userId);
        };
    }

    @DELETE
    @Authenticated
    @Operation(
            operationId = "unsignProposal",
            summary = "Takes a signature back, until there are enough")
    @APIResponse(
            responseCode = "200",
            description = "The proposal",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProposalView.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "state-conflict")
    @APIResponse(responseCode = "503", description = "membership-unknown")
    public Response unsign(@PathParam("id") UUID id) {
        UUID userId = caller.require().userId();
        return switch (access.onPrimary(id, userId)) {
            case Sight.Hidden _ -> ProblemResponses.of(Sight.hidden(id));
            case Sight.Undecided _ -> ProblemResponses.of(Sight.undecided());
            case Sight.Visible _ -> LifecycleResource.answer(signing.unsign(id, userId));
        };
    }

    private Response sign(ProposalRow row, UUID userId) {
        return switch (gatekeepers.role(row, userId)) {
            case Standing.As(var role) ->
                    LifecycleResource.answer(signing.sign(row.id(), userId, role));
            case Standing.Undecided _ -> ProblemResponses.of(Sight.undecided());
        };
    }
}
