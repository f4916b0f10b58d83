package com.rechain.dao.user.session;

import com.rechain.dao.platform.auth.CurrentCaller;
import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.platform.problem.PlatformProblem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Refuses access tokens whose session has ended, however long they are still valid. */
@Provider
public class SessionGuard implements ContainerRequestFilter {
    private static final String PUBLIC_API = "/api/";

    private final CurrentCaller caller;
    private final OpenSessions sessions;

    SessionGuard(CurrentCaller caller, OpenSessions sessions) {
        this.caller = caller;
        this.sessions = sessions;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        boolean anonymous = request.getHeaderString(HttpHeaders.AUTHORIZATION) == null;
        if (anonymous || !request.getUriInfo().getRequestUri().getPath().startsWith(PUBLIC_API)) {
            return;
        }
        boolean ended = caller.find().filter(c -> !sessions.isOpen(c.sessionId())).isPresent();
        if (ended) {
            request.abortWith(
                    ProblemResponses.of(
                            PlatformProblem.UNAUTHENTICATED.with(
                                    "The session has ended; sign in again.")));
        }
    }
}
