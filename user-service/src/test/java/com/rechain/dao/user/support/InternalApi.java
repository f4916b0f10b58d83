package com.rechain.dao.user.support;

import static io.restassured.RestAssured.given;

import com.rechain.dao.platform.id.Ids;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What other services ask of this one.
 *
 * @param secret by which services trust each other
 */
public record InternalApi(String secret) {
    public Response preview(UUID space, Object changes) {
        return request()
                .contentType("application/json")
                .body(changes)
                .post("/internal/v1/spaces/{id}/settings/preview", space);
    }

    public Response role(UUID space, UUID user, String role) {
        return execute(
                space,
                Ids.next(),
                order(Ids.next(), Map.of("kind", "ROLE", "userId", user.toString(), "role", role)));
    }

    public Response execute(UUID space, UUID execution, Map<String, Object> order) {
        return request()
                .contentType("application/json")
                .body(order)
                .put("/internal/v1/spaces/{space}/executions/{id}", space, execution);
    }

    public Response settings(UUID space) {
        return request().get("/internal/v1/spaces/{id}/settings", space);
    }

    /** What somebody weighed immediately before {@code instant}. */
    public Response weight(UUID space, UUID user, Instant instant) {
        return request()
                .queryParam("before", instant.toString())
                .get("/internal/v1/spaces/{space}/weights/{user}", space, user);
    }

    public static Map<String, Object> order(UUID proposal, Map<String, ?> action) {
        return Map.of("proposalId", proposal.toString(), "action", action);
    }

    private RequestSpecification request() {
        return given().header("Dao-Internal-Secret", secret);
    }
}
