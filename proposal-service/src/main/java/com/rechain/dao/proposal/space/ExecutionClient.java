package com.rechain.dao.proposal.space;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Lets user-service carry out an action. It is not repeated here: the scheduler does so, under the
 * same id, and keeps every attempt.
 */
@ApplicationScoped
public class ExecutionClient {
    private static final int CLIENT_ERRORS = 400;
    private static final int SERVER_ERRORS = 500;

    private final UserServiceApi users;

    ExecutionClient(@RestClient UserServiceApi users) {
        this.users = users;
    }

    /** Asks for {@code action}, decided by {@code proposalId}, under {@code executionId}. */
    public ExecutionReply execute(
            UUID spaceId, UUID executionId, UUID proposalId, JsonNode action) {
        try {
            return new ExecutionReply.Done(
                    users.execute(
                                    spaceId,
                                    executionId,
                                    new UserServiceApi.ExecutionOrder(proposalId, action))
                            .result());
        } catch (WebApplicationException e) {
            int status = e.getResponse().getStatus();
            String said = "user-service answered " + status + reason(e);
            return status >= CLIENT_ERRORS && status < SERVER_ERRORS
                    ? new ExecutionReply.Refused(said)
                    : new ExecutionReply.Unknown(said);
        } catch (ProcessingException e) {
            return new ExecutionReply.Unknown("user-service did not answer");
        }
    }

    private static String reason(WebApplicationException e) {
        try {
            JsonNode problem = e.getResponse().readEntity(JsonNode.class);
            return problem == null || !problem.has("code")
                    ? ""
                    : ": " + problem.path("code").asText() + ". " + problem.path("detail").asText();
        } catch (RuntimeException _) {
            // The status says enough.
            return "";
        }
    }
}
