package com.rechain.dao.user;

import static com.rechain.dao.user.support.Person.PASSWORD;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.user.database.Primary;
import com.rechain.dao.user.database.Sql;
import com.rechain.dao.user.support.Person;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "users"))
class SigningKeysIT {
    BackingServices backing;

    @Inject Primary primary;
    @Inject ObjectMapper json;

    @Test
    void anAccessTokenSaysWhoItIsForAndForHowLong() throws IOException {
        Person ada = Person.arrives();

        JsonNode header = part(ada.accessToken(), 0);
        JsonNode claims = part(ada.accessToken(), 1);

        assertThat(header.get("alg").asText()).isEqualTo("RS256");
        assertThat(header.get("typ").asText()).isEqualTo("at+jwt");
        assertThat(claims.get("iss").asText()).isEqualTo("https://rechain-dao");
        assertThat(claims.get("aud").asText()).isEqualTo("rechain-dao-api");
        assertThat(claims.get("sub").asText()).isEqualTo(ada.id().toString());
        assertThat(claims.get("preferred_username").asText()).isEqualTo(ada.handle());
        assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(600);
        assertThat(claims.hasNonNull("sid")).isTrue();
        assertThat(claims.hasNonNull("jti")).isTrue();
        jwks().then().body("keys.kid", hasItem(header.get("kid").asText()));
    }

    @Test
    void onlyThePublicHalvesArePublished() {
        Response keys = jwks();

        keys.then()
                .statusCode(200)
                .body("keys[0].kty", equalTo("RSA"))
                .body("keys[0].use", equalTo("sig"))
                .body("keys[0].alg", equalTo("RS256"))
                .body("keys[0]", not(hasKey("d")))
                .body("keys[0]", not(hasKey("p")));
        given().header("If-None-Match", keys.header("ETag"))
                .get("/.well-known/jwks.json")
                .then()
                .statusCode(304);
    }

    @Test
    void aRotatedKeyIsPublishedBeforeItSigns() throws IOException {
        Person ada = Person.arrives();
        String before = part(ada.accessToken(), 0).get("kid").asText();

        String next = rotation(false).then().statusCode(200).extract().path("kid");

        jwks().then().body("keys.kid", hasItem(next)).body("keys.kid", hasItem(before));
        String token = Person.signIn(ada.email(), PASSWORD, ada.address()).path("accessToken");
        assertThat(part(token, 0).get("kid").asText()).isEqualTo(before);
        ada.asks().get("/api/v1/users/me").then().statusCode(200);
    }

    @Test
    void compromisedKeysAreWithdrawnAtOnceAndSessionsGoOn() {
        Person ada = Person.arrives();

        String next = rotation(true).then().statusCode(200).extract().path("kid");

        jwks().then().body("keys.kid", equalTo(List.of(next)));
        ada.asks().get("/api/v1/users/me").then().statusCode(401);
        String token =
                ada.refreshes(ada.refreshToken())
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("accessToken");
        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/users/me")
                .then()
                .statusCode(200);
    }

    @Test
    void rotationIsNotForTheOutside() {
        given().contentType("application/json")
                .body(Map.of("compromised", true))
                .post("/internal/v1/signing-keys/rotation")
                .then()
                .statusCode(404);
    }

    @Test
    void neitherPrivateKeysNorTokensNorPasswordsAreInTheDatabase() {
        Person ada = Person.arrives();

        List<String> found =
                primary.run(c ->
                        Sql.of(
                                        """
                                        SELECT secret AS text FROM credential WHERE account_id = ?
                                        UNION ALL SELECT HEX(private_key) FROM signing_key
                                        UNION ALL SELECT HEX(t.token_hash) FROM refresh_token t
                                            JOIN session s ON s.id = t.session_id WHERE s.account_id = ?\
                                        """)
                                .with(ada.id())
                                .with(ada.id())
                                .list(c, row -> row.getString("text")));

        assertThat(found).hasSizeGreaterThanOrEqualTo(3);
        assertThat(found.getFirst()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(found)
                .noneMatch(text -> text.contains(PASSWORD) || text.contains(ada.refreshToken()));
        // An unencrypted PKCS #8 key begins with these bytes.
        assertThat(found).noneMatch(text -> text.startsWith("30820"));
    }

    private Response rotation(boolean compromised) {
        return given().header("Dao-Internal-Secret", backing.secrets().value("internal"))
                .contentType("application/json")
                .body(Map.of("compromised", compromised))
                .post("/internal/v1/signing-keys/rotation");
    }

    private static Response jwks() {
        return given().get("/.well-known/jwks.json");
    }

    private JsonNode part(String token, int index) throws IOException {
        return json.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]));
    }
}
