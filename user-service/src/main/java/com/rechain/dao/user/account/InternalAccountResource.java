package com.rechain.dao.user.account;

import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.platform.internal.InternalOnly;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.user.text.PlainText;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What operators do to accounts; never reachable from outside. */
@Path("/internal/v1/users")
@InternalOnly
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class InternalAccountResource {
    private final AccountService accounts;

    InternalAccountResource(AccountService accounts) {
        this.accounts = accounts;
    }

    /** Why an account is suspended; the reason becomes part of an event. */
    public record SuspensionRequest(@NotNull @PlainText(min = 1, max = 500) String reason) {}

    @POST
    @Path("/{id}/suspension")
    @Operation(hidden = true)
    public Response suspend(@PathParam("id") UUID id, @NotNull @Valid SuspensionRequest request) {
        return accounts.suspend(id, request.reason())
                ? Response.noContent().build()
                : ProblemResponses.of(
                        PlatformProblem.NOT_FOUND.with("There is no active account with this id."));
    }
}
