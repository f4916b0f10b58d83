package com.rechain.dao.user.token;

import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.platform.problem.PlatformProblem;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.Use;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jspecify.annotations.Nullable;

/** Publishes the keys that access tokens are verified with, the next one included. */
@Path("/.well-known/jwks.json")
@Tag(name = "auth")
public class JwksResource {
    private final SigningKeys keys;

    JwksResource(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    @NonBlocking
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The keys that verify access tokens",
            description = "A JSON Web Key Set (RFC 7517).")
    @APIResponse(responseCode = "200", description = "The key set")
    @APIResponse(responseCode = "503", description = "unavailable: there are no keys yet")
    public Response keys(@HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        if (!keys.loaded()) {
            return ProblemResponses.of(
                    PlatformProblem.UNAVAILABLE
                            .with("There are no keys yet.")
                            .retryAfter(Duration.ofSeconds(1)));
        }
        String json = json(keys.ring());
        String tag = KeyPairs.tag(json);
        Response.ResponseBuilder answer =
                tag.equals(ifNoneMatch) ? Response.notModified() : Response.ok(json);
        return answer.header(HttpHeaders.ETAG, tag)
                .header(
                        HttpHeaders.CACHE_CONTROL,
                        "public, max-age=" + keys.publishedFor().toSeconds())
                .build();
    }

    private static String json(KeyRing ring) {
        JsonWebKeySet set = new JsonWebKeySet();
        ring.entries().stream().map(entry -> publicKey(entry)).forEach(set::addJsonWebKey);
        return set.toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    private static RsaJsonWebKey publicKey(KeyRing.Entry entry) {
        RsaJsonWebKey key = new RsaJsonWebKey((RSAPublicKey) entry.publicKey());
        key.setKeyId(entry.times().kid());
        key.setUse(Use.SIGNATURE);
        key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
        return key;
    }
}
