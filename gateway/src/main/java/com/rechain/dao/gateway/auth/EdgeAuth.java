package com.rechain.dao.gateway.auth;

import com.rechain.dao.gateway.GatewayProblem;
import com.rechain.dao.gateway.auth.AuthVerdict.Anonymous;
import com.rechain.dao.gateway.auth.AuthVerdict.Genuine;
import com.rechain.dao.gateway.auth.AuthVerdict.Refused;
import com.rechain.dao.platform.security.AccessTokenVerifier;
import com.rechain.dao.platform.security.TokenVerdict;
import com.rechain.dao.platform.security.VerificationKeys;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Turns away requests whose access token is not genuine or not in force, before they cost a service
 * anything. Fails closed: without keys no token passes. Never blocks.
 */
public final class EdgeAuth {
    private static final Logger LOG = Logger.getLogger(EdgeAuth.class);
    private static final String SCHEME = "Bearer ";
    private static final AuthVerdict ANONYMOUS = new Anonymous();
    private static final AuthVerdict GENUINE = new Genuine();
    private static final AuthVerdict NOT_A_BEARER =
            refused("The Authorization header must carry one bearer token.");
    private static final AuthVerdict BAD_TOKEN =
            refused("The access token is not genuine or not in force.");
    private static final AuthVerdict NO_KEYS =
            new Refused(
                    GatewayProblem.KEYS_UNAVAILABLE
                            .with("The keys to check access tokens with are not there yet.")
                            .retryAfter(Duration.ofSeconds(1)));

    private final AccessTokenVerifier verifier;
    private final TokenCache cache;
    private final People people;

    public EdgeAuth(VerificationKeys keys, AuthConfig config, Clock clock) {
        this.verifier = new AccessTokenVerifier(keys, clock);
        this.cache = new TokenCache(config.rememberedTokens(), clock);
        this.people = new People(config.countedPeople(), clock);
    }

    /** The verdict on the credentials in {@code headers}. */
    public AuthVerdict verdict(MultiMap headers) {
        if (!headers.contains(HttpHeaders.AUTHORIZATION)) {
            return ANONYMOUS;
        }
        List<String> values = headers.getAll(HttpHeaders.AUTHORIZATION);
        String value = values.getFirst();
        if (values.size() > 1 || !value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return NOT_A_BEARER;
        }
        String token = value.substring(SCHEME.length()).trim();
        return cache.knows(token) ? GENUINE : verify(token);
    }

    /** How many people have come here with a token that is still in force. */
    public int people() {
        return people.count();
    }

    /** Checks every token anew from now on: a key was withdrawn. */
    public void keysChanged() {
        cache.forgetAll();
    }

    private AuthVerdict verify(String token) {
        return switch (verifier.verify(token)) {
            case TokenVerdict.Accepted accepted -> {
                cache.remember(token, accepted.token().expiresAt());
                people.seen(accepted.token().userId(), accepted.token().expiresAt());
                yield GENUINE;
            }
            case TokenVerdict.Refused refused -> {
                LOG.debugf("access token refused: %s", refused.reason());
                yield BAD_TOKEN;
            }
            case TokenVerdict.NoKeys _ -> NO_KEYS;
        };
    }

    private static AuthVerdict refused(String detail) {
        return new Refused(GatewayProblem.UNAUTHENTICATED.with(detail));
    }
}
