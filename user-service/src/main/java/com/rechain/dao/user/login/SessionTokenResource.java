package com.rechain.dao.user.login;

import com.rechain.dao.platform.auth.Caller;
import com.rechain.dao.platform.auth.CurrentCaller;
import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.user.UserProblem;
import com.rechain.dao.user.account.AccountService;
import com.rechain.dao.user.account.AccountStatus;
import com.rechain.dao.user.account.AccountView;
import com.rechain.dao.user.session.EndReason;
import com.rechain.dao.user.session.OpenedSession;
import com.rechain.dao.user.session.RefreshOutcome;
import com.rechain.dao.user.session.RefreshOutcome.Refreshed;
import com.rechain.dao.user.session.RefreshOutcome.Refused;
import com.rechain.dao.user.session.SessionService;
import com.rechain.dao.user.web.Client;
import com.rechain.dao.user.web.SameOrigin;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * What is done with the refresh cookie: staying signed in, and signing out. Other sites cannot do
 * either.
 */
@Path("/api/v1/auth")
@Tag(name = "auth")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SessionTokenResource {
    private final SessionService sessions;
    private final AccountService accounts;
    private final SignIns signIns;
    private final RefreshCookie cookie;
    private final CurrentCaller caller;

    SessionTokenResource(
            SessionService sessions,
            AccountService accounts,
            SignIns signIns,
            RefreshCookie cookie,
            CurrentCaller caller) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.signIns = signIns;
        this.cookie = cookie;
        this.caller = caller;
    }

    @POST
    @Path("/refresh")
    @Operation(
            summary = "Get the next access token",
            description =
                    "Exchanges the refresh token of the cookie for the next one. A token is good for one use; a"
                            + " second use ends the session, except right after the first by the same client.")
    @Parameter(
            name = SameOrigin.CUSTOM_HEADER,
            in = ParameterIn.HEADER,
            description =
                    "Any value; needed by clients that send neither Sec-Fetch-Site nor Origin.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SignedInView.class)))
    @APIResponse(responseCode = "401", description = "invalid-refresh-token")
    @APIResponse(
            responseCode = "403",
            description = "forbidden: the request comes from another site")
    public Response refresh(@Context HttpHeaders headers, @Context HttpServerRequest http) {
        if (!SameOrigin.holds(http)) {
            return foreign();
        }
        RefreshOutcome outcome =
                cookie.read(headers)
                        .map(secret -> sessions.refresh(secret, Client.of(http)))
                        .orElseGet(Refused::new);
        return switch (outcome) {
            case Refreshed(OpenedSession session) -> refreshed(session);
            case Refused() -> refused();
        };
    }

    @POST
    @Path("/logout")
    @Operation(
            summary = "Sign out",
            description =
                    "Ends the session of the access token and that of the cookie. May be repeated.")
    @Parameter(
            name = SameOrigin.CUSTOM_HEADER,
            in = ParameterIn.HEADER,
            description =
                    "Any value; needed without an access token by clients that send neither Sec-Fetch-Site nor Origin.")
    @APIResponse(responseCode = "204", description = "Signed out")
    @APIResponse(
            responseCode = "401",
            description = "unauthenticated: the access token is not valid")
    @APIResponse(
            responseCode = "403",
            description = "forbidden: the request comes from another site")
    public Response logout(@Context HttpHeaders headers, @Context HttpServerRequest http) {
        Optional<Caller> me = caller.find();
        if (me.isEmpty() && !SameOrigin.holds(http)) {
            return foreign();
        }
        me.ifPresent(c -> sessions.end(c.userId(), c.sessionId(), EndReason.SIGNED_OUT));
        cookie.read(headers).ifPresent(secret -> sessions.end(secret, EndReason.SIGNED_OUT));
        return Response.noContent().cookie(cookie.none()).build();
    }

    private Response refreshed(OpenedSession session) {
        Optional<AccountView> account =
                accounts.find(session.accountId()).filter(a -> a.status() == AccountStatus.ACTIVE);
        return account.map(a -> signIns.answer(session, a)).orElseGet(this::refused);
    }

    private Response refused() {
        Response problem =
                ProblemResponses.of(
                        UserProblem.INVALID_REFRESH_TOKEN.with(
                                "There is no session to go on with."));
        return Response.fromResponse(problem).cookie(cookie.none()).build();
    }

    private static Response foreign() {
        return ProblemResponses.of(
                PlatformProblem.FORBIDDEN.with(
                        "Requests with the cookie must come from our own pages or carry "
                                + SameOrigin.CUSTOM_HEADER
                                + "."));
    }
}
