package com.rechain.dao.user.membership;

import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.platform.internal.InternalOnly;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.user.weight.Weight;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What other services must know of a member now; read from the primary. */
@Path("/internal/v1/spaces/{spaceId}/members/{userId}")
@InternalOnly
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class InternalMemberResource {
    private final MembershipService memberships;

    InternalMemberResource(MembershipService memberships) {
        this.memberships = memberships;
    }

    /** A member in few words. */
    public record MemberSummary(UUID userId, Role role, Weight weight) {}

    @GET
    @Operation(hidden = true)
    public Response member(@PathParam("spaceId") UUID spaceId, @PathParam("userId") UUID userId) {
        return memberships
                .find(spaceId, userId)
                .map(member -> new MemberSummary(member.userId(), member.role(), member.weight()))
                .map(summary -> Response.ok(summary).build())
                .orElseGet(() ->
                        ProblemResponses.of(
                                PlatformProblem.NOT_FOUND.with("Not an active member.")));
    }
}
