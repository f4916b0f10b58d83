package com.rechain.dao.user.token;

import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.ProblemException;
import com.rechain.dao.platform.security.AccessTokenVerifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Issues access tokens (RFC 9068): proof for ten minutes of who somebody is, in which session. */
@ApplicationScoped
public class AccessTokens {
    private static final Duration COME_BACK = Duration.ofSeconds(1);

    private final SigningKeys keys;
    private final TokenConfig config;
    private final Clock clock;

    AccessTokens(SigningKeys keys, TokenConfig config, Clock clock) {
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    /** How long a token is valid. */
    public Duration lifetime() {
        return config.lifetime();
    }

    /**
     * A signed token.
     *
     * @throws ProblemException {@code unavailable} while there is no key to sign with
     */
    public String issue(UUID userId, String handle, UUID sessionId) {
        KeyRing.Entry signer = keys.signer().orElseThrow(AccessTokens::noKey);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", AccessTokenVerifier.TYPE);
        signature.setKeyIdHeaderValue(signer.times().kid());
        signature.setPayload(claims(userId, handle, sessionId).toJson());
        signature.setKey(signer.privateKey());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("an access token could not be signed", e);
        }
    }

    private JwtClaims claims(UUID userId, String handle, UUID sessionId) {
        Instant now = clock.instant();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(AccessTokenVerifier.ISSUER);
        claims.setAudience(AccessTokenVerifier.AUDIENCE);
        claims.setSubject(userId.toString());
        claims.setStringClaim(AccessTokenVerifier.SESSION_CLAIM, sessionId.toString());
        claims.setStringClaim(AccessTokenVerifier.HANDLE_CLAIM, handle);
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(
                NumericDate.fromSeconds(now.plus(config.lifetime()).getEpochSecond()));
        claims.setJwtId(Ids.next().toString());
        return claims;
    }

    private static ProblemException noKey() {
        return new ProblemException(
                PlatformProblem.UNAVAILABLE
                        .with("No access token can be signed yet.")
                        .retryAfter(COME_BACK));
    }
}
