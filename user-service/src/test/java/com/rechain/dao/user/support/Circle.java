package com.rechain.dao.user.support;

import static com.rechain.dao.user.support.Fresh.fresh;

import io.restassured.response.Response;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Three members of a space who give their weight to each other. Ada founded it and weighs 101, the
 * others one each.
 */
public record Circle(UUID space, Person ada, Person ben, Person cay) {
    public static final Map<String, Object> SPACE = Map.of("kind", "SPACE");
    public static final Map<String, Object> TREASURY = Map.of("kind", "TOPIC", "topic", "treasury");

    /** Three people who have just met. */
    public static Circle meets() {
        Person ada = Person.arrives();
        UUID space = ada.founds("PUBLIC");
        Circle circle = new Circle(space, ada, Person.arrives(), Person.arrives());
        circle.ben.joins(space);
        circle.cay.joins(space);
        ada.puts(space, ada, Map.of("weight", "101"));
        return circle;
    }

    public Response gives(Person from, Map<String, Object> scope, Map<Person, Integer> parts) {
        return from.sends(body(scope, parts, null)).put("/api/v1/spaces/{id}/delegations", space);
    }

    public Response givesUntil(
            Instant until, Person from, Map<String, Object> scope, Map<Person, Integer> parts) {
        return from.sends(body(scope, parts, until.toString()))
                .put("/api/v1/spaces/{id}/delegations", space);
    }

    public Response takesBack(Person from, Person delegate) {
        return from.asks()
                .delete("/api/v1/spaces/{id}/delegations/{delegate}", space, delegate.id());
    }

    public Response power(Person person, String... topics) {
        return fresh().queryParam("explain", true)
                .queryParam("topic", (Object[]) topics)
                .get("/api/v1/spaces/{space}/power/{user}", space, person.id());
    }

    public static Map<String, Object> body(
            Map<String, Object> scope, Map<Person, Integer> parts, String expiresAt) {
        Map<String, Object> body = new HashMap<>();
        body.put("scope", scope);
        body.put(
                "delegates",
                parts.entrySet().stream()
                        .map(part ->
                                Map.of(
                                        "delegateId",
                                        part.getKey().id(),
                                        "basisPoints",
                                        part.getValue()))
                        .toList());
        if (expiresAt != null) {
            body.put("expiresAt", expiresAt);
        }
        return body;
    }
}
