package com.rechain.dao.proposal.space;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.platform.internal.InternalSecretHeaders;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ServerErrorException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The part of user-service's internal API that is used here. */
@Path("/internal/v1/spaces")
@RegisterRestClient(configKey = "user-service")
@RegisterClientHeaders(InternalSecretHeaders.class)
public interface UserServiceApi {
    /** The space; 404 where there is none. */
    @GET
    @Path("/{spaceId}")
    SpaceAnswer space(@PathParam("spaceId") UUID spaceId);

    /** The active member; 404 where there is none. */
    @GET
    @Path("/{spaceId}/members/{userId}")
    MemberAnswer member(@PathParam("spaceId") UUID spaceId, @PathParam("userId") UUID userId);

    /** The settings that hold now; 404 where there is no such space. */
    @GET
    @Path("/{spaceId}/settings")
    SpaceSettings settings(@PathParam("spaceId") UUID spaceId);

    /** Somebody's own weight immediately before an instant; 0 for who is no member. */
    @GET
    @Path("/{spaceId}/weights/{userId}")
    WeightAnswer weight(
            @PathParam("spaceId") UUID spaceId,
            @PathParam("userId") UUID userId,
            @QueryParam("before") String before);

    /** A weight in decimal digits. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record WeightAnswer(String weight) {}

    /**
     * Carries out one action of a proposal, once however often it is asked for. Answers 200, and
     * the same when it was done before; 4xx when it is refused for good.
     */
    @PUT
    @Path("/{spaceId}/executions/{executionId}")
    @Consumes(MediaType.APPLICATION_JSON)
    ExecutionAnswer execute(
            @PathParam("spaceId") UUID spaceId,
            @PathParam("executionId") UUID executionId,
            ExecutionOrder order);

    /** An action to be carried out, with the proposal that decided it. */
    record ExecutionOrder(UUID proposalId, JsonNode action) {}

    /** What was done, in a few words for people. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ExecutionAnswer(String result) {}

    /** A refusal as the exception of its status; the client's own mapper knows but one for all. */
    @ClientExceptionMapper
    static RuntimeException refusal(Response answer) {
        int status = answer.getStatus();
        if (status == Response.Status.NOT_FOUND.getStatusCode()) {
            return new NotFoundException(answer);
        }
        return answer.getStatusInfo().getFamily() == Response.Status.Family.SERVER_ERROR
                ? new ServerErrorException(answer)
                : new WebApplicationException(answer);
    }

    /** A space as user-service answers it; it may say more than is read here. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record SpaceAnswer(UUID id, String slug, String name, SpaceVisibility visibility) {}

    /** A member as user-service answers it; it may say more than is read here. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record MemberAnswer(UUID userId, SpaceRole role) {}
}
