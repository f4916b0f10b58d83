package com.rechain.dao.user.login;

import com.rechain.dao.platform.auth.CurrentCaller;
import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.user.UserProblem;
import com.rechain.dao.user.login.PasswordChangeOutcome.Changed;
import com.rechain.dao.user.login.PasswordChangeOutcome.Flawed;
import com.rechain.dao.user.login.PasswordChangeOutcome.Throttled;
import com.rechain.dao.user.login.PasswordChangeOutcome.WrongPassword;
import com.rechain.dao.user.password.PasswordFlaw;
import com.rechain.dao.user.web.Client;
import io.quarkus.security.Authenticated;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Another password. */
@Path("/api/v1/auth/change-password")
@Tag(name = "auth")
@Authenticated
@SecurityRequirement(name = "accessToken")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PasswordResource {
    private final PasswordChange passwords;
    private final CurrentCaller caller;

    PasswordResource(PasswordChange passwords, CurrentCaller caller) {
        this.passwords = passwords;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Change my password", description = "All my other sessions end.")
    @APIResponse(responseCode = "204", description = "Changed")
    @APIResponse(
            responseCode = "400",
            description = "malformed-request: the new password cannot be used")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "wrong-password")
    @APIResponse(
            responseCode = "429",
            description = "too-many-requests: too many failures, or overload")
    public Response change(
            @NotNull @Valid ChangePasswordRequest request, @Context HttpServerRequest http) {
        return switch (passwords.change(caller.require(), request, Client.of(http))) {
            case Changed() -> Response.noContent().build();
            case WrongPassword() ->
                    ProblemResponses.of(
                            UserProblem.WRONG_PASSWORD.with("Type the password you have now."));
            case Flawed(PasswordFlaw flaw) -> flawed(flaw);
            case Throttled(Duration delay) -> LoginResource.throttled(delay);
        };
    }

    private static Response flawed(PasswordFlaw flaw) {
        return ProblemResponses.of(
                PlatformProblem.MALFORMED_REQUEST
                        .with("This password cannot be used.")
                        .because("newPassword", flaw.rule(), flaw.message()));
    }
}
