package com.rechain.dao.proposal.proposal.execution;

import com.rechain.dao.platform.auth.CurrentCaller;
import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.Problem;
import com.rechain.dao.proposal.space.Admission;
import com.rechain.dao.proposal.space.SpaceGate;
import com.rechain.dao.proposal.space.SpaceRole;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tells those who run a space what its webhooks are signed with. */
@Path("/api/v1/proposals/webhook-key")
@Tag(name = "proposals")
@Authenticated
@RunOnVirtualThread
public class WebhookKeyResource {
    private final WebhookKeys keys;
    private final SpaceGate gate;
    private final CurrentCaller caller;

    WebhookKeyResource(WebhookKeys keys, SpaceGate gate, CurrentCaller caller) {
        this.keys = keys;
        this.gate = gate;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "webhookKey",
            summary = "The key that the webhooks of a space are signed with",
            description =
                    "For its admins and owners. Dao-Signature is v1= and the HMAC-SHA256, in hex, over Dao-Delivery, a dot,"
                            + " Dao-Timestamp, a dot and the body.")
    @APIResponse(
            responseCode = "200",
            description = "The key",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WebhookKeyView.class)))
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found: no such space, or no webhooks")
    @APIResponse(responseCode = "503", description = "membership-unknown")
    public Response key(@QueryParam("spaceId") @Nullable UUID spaceId) {
        if (spaceId == null) {
            return ProblemResponses.of(
                    PlatformProblem.MALFORMED_REQUEST
                            .with("The space must be named.")
                            .because("spaceId", "required", "It must be given."));
        }
        return switch (gate.admit(spaceId, caller.require().userId(), SpaceRole.ADMIN)) {
            case Admission.Refused(Problem problem) -> ProblemResponses.of(problem);
            case Admission.Admitted _ ->
                    keys.of(spaceId)
                            .map(key -> secret(new WebhookKeyView(spaceId, key)))
                            .orElseGet(() ->
                                    ProblemResponses.of(
                                            PlatformProblem.NOT_FOUND.with(
                                                    "This platform sends no webhooks.")));
        };
    }

    private static Response secret(WebhookKeyView key) {
        CacheControl never = new CacheControl();
        never.setNoStore(true);
        return Response.ok(key).cacheControl(never).build();
    }
}
