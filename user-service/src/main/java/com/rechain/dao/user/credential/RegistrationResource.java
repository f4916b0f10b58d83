package com.rechain.dao.user.credential;

import com.rechain.dao.platform.http.Created;
import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.platform.idempotency.IdempotencyKeys;
import com.rechain.dao.platform.idempotency.IdempotentRequest;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.Problem;
import com.rechain.dao.user.UserProblem;
import com.rechain.dao.user.account.AccountView;
import com.rechain.dao.user.credential.RegistrationOutcome.EmailTaken;
import com.rechain.dao.user.credential.RegistrationOutcome.HandleTaken;
import com.rechain.dao.user.credential.RegistrationOutcome.Registered;
import com.rechain.dao.user.password.PasswordFlaw;
import com.rechain.dao.user.password.PasswordHash;
import com.rechain.dao.user.password.PasswordHasher;
import com.rechain.dao.user.password.PasswordPolicy;
import com.rechain.dao.user.security.SecurityLog;
import com.rechain.dao.user.text.EmailAddress;
import com.rechain.dao.user.text.Handle;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The way to an account. */
@Path("/api/v1/auth/register")
@Tag(name = "auth")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RegistrationResource {
    // Whoever registers has no id yet: their keys share one scope, told apart by what they ask.
    private static final UUID NOBODY = new UUID(0, 0);

    private final Registration registration;
    private final PasswordPolicy policy;
    private final PasswordHasher hasher;
    private final PasswordFingerprint fingerprint;
    private final IdempotencyKeys keys;
    private final SecurityLog log;

    RegistrationResource(
            Registration registration,
            PasswordPolicy policy,
            PasswordHasher hasher,
            PasswordFingerprint fingerprint,
            IdempotencyKeys keys,
            SecurityLog log) {
        this.registration = registration;
        this.policy = policy;
        this.hasher = hasher;
        this.fingerprint = fingerprint;
        this.keys = keys;
        this.log = log;
    }

    @POST
    @Operation(
            summary = "Register",
            description = "May be repeated safely with the same Idempotency-Key.")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "409", description = "email-taken, handle-taken")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    @APIResponse(responseCode = "429", description = "too-many-requests: hashing is overloaded")
    public Response register(
            @HeaderParam(IdempotentRequest.HEADER) @Nullable String key,
            @NotNull @Valid RegisterRequest request) {
        Optional<PasswordFlaw> flaw =
                policy.flawOf(
                        request.password(),
                        List.of(request.email(), request.handle(), request.displayName()));
        if (flaw.isPresent()) {
            return flawed(flaw.get());
        }
        IdempotentRequest once =
                IdempotentRequest.of(
                        NOBODY, NOBODY, key, "POST /auth/register", fingerprint.of(request));
        // Hashed before the transaction: nobody holds a connection while waiting for a turn.
        PasswordHash hash = hasher.hash(request.password());
        return keys.once(once, () -> answer(register(request, hash)));
    }

    private RegistrationOutcome register(RegisterRequest request, PasswordHash hash) {
        EmailAddress email = EmailAddress.parse(request.email()).orElseThrow();
        Handle handle = Handle.parse(request.handle()).orElseThrow();
        return registration.register(email, handle, request.displayName(), hash);
    }

    private Response answer(RegistrationOutcome outcome) {
        return switch (outcome) {
            case Registered(AccountView account) -> created(account);
            case EmailTaken() ->
                    ProblemResponses.of(
                            UserProblem.EMAIL_TAKEN
                                    .with("Sign in, or register with another address.")
                                    .because("email", "unique", "belongs to another account"));
            case HandleTaken() ->
                    ProblemResponses.of(
                            UserProblem.HANDLE_TAKEN
                                    .with("Choose another handle.")
                                    .because("handle", "unique", "belongs to another account"));
        };
    }

    private Response created(AccountView account) {
        log.registered(account.id());
        return Created.at("/api/v1/users/" + account.id()).entity(account).build();
    }

    private static Response flawed(PasswordFlaw flaw) {
        Problem problem = PlatformProblem.MALFORMED_REQUEST.with("This password cannot be used.");
        return ProblemResponses.of(problem.because("password", flaw.rule(), flaw.message()));
    }
}
