package com.rechain.dao.user.login;

import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.user.UserProblem;
import com.rechain.dao.user.account.AccountView;
import com.rechain.dao.user.login.LoginOutcome.SignedIn;
import com.rechain.dao.user.login.LoginOutcome.Suspended;
import com.rechain.dao.user.login.LoginOutcome.Throttled;
import com.rechain.dao.user.login.LoginOutcome.WrongCredentials;
import com.rechain.dao.user.session.OpenedSession;
import com.rechain.dao.user.text.EmailAddress;
import com.rechain.dao.user.web.Client;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The way in. */
@Path("/api/v1/auth/login")
@Tag(name = "auth")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class LoginResource {
    private final Login login;
    private final SignIns signIns;

    LoginResource(Login login, SignIns signIns) {
        this.login = login;
        this.signIns = signIns;
    }

    @POST
    @Operation(
            summary = "Sign in",
            description =
                    "The answer holds the access token; a refresh token comes in an HttpOnly cookie.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SignedInView.class)))
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(
            responseCode = "401",
            description = "invalid-credentials: unknown address or wrong password")
    @APIResponse(responseCode = "403", description = "account-suspended")
    @APIResponse(
            responseCode = "429",
            description = "too-many-requests: too many failures, or overload")
    public Response login(@NotNull @Valid LoginRequest request, @Context HttpServerRequest http) {
        EmailAddress who = EmailAddress.parse(request.email()).orElseThrow();
        return switch (login.login(who, request.password(), Client.of(http))) {
            case SignedIn(OpenedSession session, AccountView account) ->
                    signIns.answer(session, account);
            case WrongCredentials() ->
                    ProblemResponses.of(
                            UserProblem.INVALID_CREDENTIALS.with(
                                    "Check the e-mail address and the password."));
            case Suspended() ->
                    ProblemResponses.of(
                            UserProblem.ACCOUNT_SUSPENDED.with(
                                    "Write to whoever runs this platform."));
            case Throttled(Duration delay) -> throttled(delay);
        };
    }

    /** The answer to somebody who has to wait. */
    static Response throttled(Duration delay) {
        return ProblemResponses.of(
                PlatformProblem.TOO_MANY_REQUESTS
                        .with("There were too many wrong passwords; wait before the next one.")
                        .retryAfter(delay));
    }
}
