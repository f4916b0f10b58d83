package com.rechain.dao.user.session;

import com.rechain.dao.platform.auth.Caller;
import com.rechain.dao.platform.auth.CurrentCaller;
import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.platform.paging.Page;
import com.rechain.dao.platform.paging.PageLimit;
import com.rechain.dao.platform.problem.PlatformProblem;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where I am signed in. */
@Path("/api/v1/auth/sessions")
@Tag(name = "auth")
@Authenticated
@SecurityRequirement(name = "accessToken")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SessionResource {
    private final SessionService sessions;
    private final CurrentCaller caller;

    SessionResource(SessionService sessions, CurrentCaller caller) {
        this.sessions = sessions;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "My open sessions, newest first")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    public Page<SessionView> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Caller me = caller.require();
        return sessions.list(me.userId(), me.sessionId(), PageLimit.of(limit), cursor);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "End one of my sessions")
    @APIResponse(responseCode = "204", description = "Ended")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "404", description = "not-found: no open session of mine")
    public Response end(@PathParam("id") UUID id) {
        return sessions.end(caller.require().userId(), id, EndReason.REVOKED_BY_HOLDER)
                ? Response.noContent().build()
                : ProblemResponses.of(
                        PlatformProblem.NOT_FOUND.with("You have no open session with this id."));
    }

    @DELETE
    @Operation(summary = "End all my sessions but this one")
    @APIResponse(responseCode = "204", description = "Ended")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    public Response endOthers() {
        Caller me = caller.require();
        sessions.endAll(me.userId(), me.sessionId(), EndReason.REVOKED_BY_HOLDER);
        return Response.noContent().build();
    }
}
