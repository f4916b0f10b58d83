package com.rechain.dao.voting.space;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.rechain.dao.platform.internal.InternalSecretHeaders;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ServerErrorException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What this service asks user-service, in its words. */
@Path("/internal/v1/spaces/{spaceId}")
@RegisterRestClient(configKey = "user-service")
@RegisterClientHeaders(InternalSecretHeaders.class)
public interface UserServiceApi {

    @GET
    Space space(@PathParam("spaceId") UUID spaceId);

    @GET
    @Path("/members/{userId}")
    Member member(@PathParam("spaceId") UUID spaceId, @PathParam("userId") UUID userId);

    /**
     * Members with weight at an instant that is strictly past, by id; ends where {@code next} is
     * null.
     */
    @GET
    @Path("/electorate")
    ElectoratePage electorate(
            @PathParam("spaceId") UUID spaceId,
            @QueryParam("at") String at,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") int limit);

    /**
     * Delegations that are live at an instant and may affect a proposal, by delegator; ends where
     * {@code next} is null.
     */
    @GET
    @Path("/delegations")
    DelegationPage delegations(
            @PathParam("spaceId") UUID spaceId,
            @QueryParam("at") String at,
            @QueryParam("proposalId") UUID proposalId,
            @QueryParam("label") List<String> labels,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") int limit);

    /** A refusal as the exception of its status; the client's own mapper knows but one for all. */
    @ClientExceptionMapper
    static RuntimeException refusal(Response answer) {
        if (answer.getStatus() == Response.Status.NOT_FOUND.getStatusCode()) {
            return new NotFoundException(answer);
        }
        return answer.getStatusInfo().getFamily() == Response.Status.Family.SERVER_ERROR
                ? new ServerErrorException(answer)
                : new WebApplicationException(answer);
    }

    /** A space, as far as voting needs it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Space(UUID id, String visibility) {}

    /** An active member. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Member(UUID userId, String role) {}

    /** One page of an electorate. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ElectoratePage(Instant at, List<Entry> entries, @Nullable UUID next) {}

    /** A voter and the own weight as a decimal string. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Entry(UUID userId, String weight) {}

    /** One page of delegations. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record DelegationPage(Instant at, List<Edge> delegations, @Nullable UUID next) {}

    /** A delegation, its scope in one word. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Edge(UUID delegatorId, UUID delegateId, String scope, int basisPoints) {}
}
