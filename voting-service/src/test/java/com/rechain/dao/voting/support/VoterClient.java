package com.rechain.dao.voting.support;

import static io.restassured.RestAssured.given;

import com.rechain.dao.test.security.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** A signed-in user of the API. */
public record VoterClient(UUID userId, String token) {

    public static VoterClient of(UUID userId) {
        return new VoterClient(userId, TestTokens.of(userId));
    }

    public RequestSpecification with() {
        return given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
    }

    public Response cast(Proposal proposal, int choice) {
        return put(proposal, "{\"choice\":%d}".formatted(choice));
    }

    public Response cast(Proposal proposal, int choice, String key) {
        return with().header("Idempotency-Key", key)
                .body("{\"choice\":%d}".formatted(choice))
                .put("/api/v1/proposals/{id}/ballot", proposal.id());
    }

    public Response put(Proposal proposal, String body) {
        return with().body(body).put("/api/v1/proposals/{id}/ballot", proposal.id());
    }

    public Response get(String path, Proposal proposal) {
        return with().get("/api/v1/proposals/{id}" + path, proposal.id());
    }
}
