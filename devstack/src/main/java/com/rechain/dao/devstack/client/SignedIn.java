package com.rechain.dao.devstack.client;

import java.util.Map;
import java.util.UUID;

/**
 * A user with an access token.
 *
 * @param api a client that acts for the user
 */
public record SignedIn(UUID id, String handle, String accessToken, ApiClient api) {

    /** Registers a user of this handle, whose address is made of it, and signs in. */
    public static SignedIn register(ApiClient anyone, String handle, String password) {
        String email = handle + "@example.org";
        anyone.post(
                        "/api/v1/auth/register",
                        Map.of(
                                "email",
                                email,
                                "handle",
                                handle,
                                "displayName",
                                handle,
                                "password",
                                password))
                .orFail();
        return signIn(anyone, email, password);
    }

    /** Signs in with an address and a password. */
    public static SignedIn signIn(ApiClient anyone, String email, String password) {
        Reply reply =
                anyone.post("/api/v1/auth/login", Map.of("email", email, "password", password))
                        .orFail();
        String token = reply.text("accessToken");
        return new SignedIn(
                UUID.fromString(reply.json().at("/user/id").asText()),
                reply.json().at("/user/handle").asText(),
                token,
                anyone.as(token));
    }
}
