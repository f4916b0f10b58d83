package com.rechain.dao.user.account;

import com.rechain.dao.platform.auth.CurrentCaller;
import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.Problem;
import com.rechain.dao.user.UserProblem;
import com.rechain.dao.user.account.CloseOutcome.Closed;
import com.rechain.dao.user.account.CloseOutcome.Hindered;
import com.rechain.dao.user.account.UpdateOutcome.Stale;
import com.rechain.dao.user.account.UpdateOutcome.Updated;
import com.rechain.dao.user.web.EntityTag;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Profiles: one's own to change, everybody's to look at. */
@Path("/api/v1/users")
@Tag(name = "users")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AccountResource {
    private final AccountService accounts;
    private final AccountReads reads;
    private final CurrentCaller caller;

    AccountResource(AccountService accounts, AccountReads reads, CurrentCaller caller) {
        this.accounts = accounts;
        this.reads = reads;
        this.caller = caller;
    }

    @GET
    @Path("/me")
    @Authenticated
    @SecurityRequirement(name = "accessToken")
    @Operation(
            summary = "My profile",
            description = "The ETag names its version, for a later change.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "404", description = "not-found: the account was closed")
    public Response me() {
        return reads.own(caller.require().userId())
                .map(AccountResource::ok)
                .orElseGet(AccountResource::unknown);
    }

    @PATCH
    @Path("/me")
    @Authenticated
    @SecurityRequirement(name = "accessToken")
    @Operation(summary = "Change my profile")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "404", description = "not-found: the account was closed")
    @APIResponse(
            responseCode = "412",
            description = "precondition-failed: it has changed since it was read")
    @APIResponse(responseCode = "428", description = "precondition-required: send If-Match")
    public Response update(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ProfileChange change) {
        UUID id = caller.require().userId();
        if (ifMatch == null || ifMatch.isBlank()) {
            return ProblemResponses.of(EntityTag.missing());
        }
        return switch (accounts.update(id, ifMatch, change)) {
            case Updated(AccountView account) -> ok(account);
            case Stale() -> ProblemResponses.of(EntityTag.stale());
            case UpdateOutcome.UnknownAccount() -> unknown();
        };
    }

    @DELETE
    @Path("/me")
    @Authenticated
    @SecurityRequirement(name = "accessToken")
    @Operation(
            summary = "Close my account",
            description =
                    "For good. Handle, name and address are replaced by meaningless ones, all sessions end, and the"
                            + " weight in every space becomes 0 from now on; what was voted before stays counted.")
    @APIResponse(responseCode = "204", description = "Closed")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "404", description = "not-found: the account was closed before")
    @APIResponse(responseCode = "409", description = "last-owner: hand over your spaces first")
    public Response close() {
        return switch (accounts.close(caller.require().userId())) {
            case Closed() -> Response.noContent().build();
            case CloseOutcome.UnknownAccount() -> unknown();
            case Hindered hindered -> hindered(hindered);
        };
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Somebody's public profile")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PublicAccountView.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    public Response user(@PathParam("id") UUID id) {
        return reads.visible(id)
                .map(account -> Response.ok(account).build())
                .orElseGet(AccountResource::unknown);
    }

    private static Response ok(AccountView account) {
        return Response.ok(account)
                .header(HttpHeaders.ETAG, new EntityTag(account.version()).header())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Response unknown() {
        return ProblemResponses.of(PlatformProblem.NOT_FOUND.with("There is no such account."));
    }

    private static Response hindered(Hindered hindered) {
        Problem problem =
                UserProblem.LAST_OWNER.with("Something of yours would be left without an owner.");
        for (String obstacle : hindered.obstacles()) {
            problem = problem.because("account", "last-owner", obstacle);
        }
        return ProblemResponses.of(problem);
    }
}
