package com.rechain.dao.user.support;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Somebody with an account, signed in from an address of their own. */
public record Person(
        UUID id,
        String handle,
        String email,
        String accessToken,
        String refreshToken,
        String address) {
    public static final String PASSWORD = "tea with the difference engine";
    public static final String COOKIE = "dao_refresh";

    /** Registers and signs in somebody new. */
    public static Person arrives() {
        String handle = newHandle();
        String email = handle + "@example.org";
        Response registered = register(handle, email);
        registered.then().statusCode(201);
        String address = anAddress();
        Response signedIn = signIn(email, PASSWORD, address);
        signedIn.then().statusCode(200);
        return new Person(
                UUID.fromString(registered.path("id")),
                handle,
                email,
                signedIn.path("accessToken"),
                signedIn.cookie(COOKIE),
                address);
    }

    public static String newHandle() {
        return "p-" + Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), 36);
    }

    /** An address that nobody else signs in from: failures are counted by address. */
    public static String anAddress() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "203.%d.%d.%d"
                .formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }

    public static Response register(String handle, String email) {
        return given().contentType(ContentType.JSON)
                .body(
                        Map.of(
                                "email", email,
                                "handle", handle,
                                "displayName", "Person " + handle,
                                "password", PASSWORD))
                .post("/api/v1/auth/register");
    }

    public static Response signIn(String email, String password, String address) {
        return given().contentType(ContentType.JSON)
                .header("X-Forwarded-For", address)
                .body(Map.of("email", email, "password", password))
                .post("/api/v1/auth/login");
    }

    /** A request that carries this person's access token. */
    public RequestSpecification asks() {
        return given().header("Authorization", "Bearer " + accessToken)
                .header("X-Forwarded-For", address);
    }

    /** A request with a JSON body that carries this person's access token. */
    public RequestSpecification sends(Object body) {
        return asks().contentType(ContentType.JSON).body(body);
    }

    /** Founds a space and gives its id. */
    public UUID founds(String visibility) {
        Response space =
                sends(Map.of("slug", newHandle(), "name", "A space", "visibility", visibility))
                        .post("/api/v1/spaces");
        space.then().statusCode(201);
        return UUID.fromString(space.path("id"));
    }

    public Response joins(UUID space) {
        return asks().post("/api/v1/spaces/{id}/join", space);
    }

    public Response puts(UUID space, Person member, Map<String, ?> change) {
        return sends(change).put("/api/v1/spaces/{space}/members/{user}", space, member.id());
    }

    /** Exchanges a refresh token as this person's program would. */
    public Response refreshes(String refreshToken) {
        return given().cookie(COOKIE, refreshToken)
                .header("X-Requested-With", "test")
                .header("X-Forwarded-For", address)
                .post("/api/v1/auth/refresh");
    }
}
