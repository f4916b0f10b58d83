package com.rechain.dao.platform.auth;

import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.ProblemException;
import com.rechain.dao.platform.security.AccessTokenVerifier;
import com.rechain.dao.platform.security.TokenVerdict.Accepted;
import com.rechain.dao.platform.security.TokenVerdict.NoKeys;
import com.rechain.dao.platform.security.TokenVerdict.Refused;
import com.rechain.dao.platform.security.VerificationKeys;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Authenticates by the {@code Authorization: Bearer} header. No header is an anonymous request; a
 * header that cannot be trusted is refused, never ignored. The gateway has looked at the token
 * before: this is the second door.
 */
@ApplicationScoped
public class BearerTokenMechanism implements HttpAuthenticationMechanism {
    private static final Logger LOG = Logger.getLogger(BearerTokenMechanism.class);
    private static final String SCHEME = "Bearer ";

    /** Some 300 bytes each. */
    private static final int REMEMBERED_TOKENS = 20_000;

    private final AccessTokenVerifier verifier;

    BearerTokenMechanism(VerificationKeys keys, Clock clock) {
        verifier = new AccessTokenVerifier(keys, clock, REMEMBERED_TOKENS);
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            RoutingContext context, IdentityProviderManager identities) {
        String authorization = context.request().getHeader("Authorization");
        if (authorization == null) {
            return Uni.createFrom().nullItem();
        }
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        return switch (verifier.verify(authorization.substring(SCHEME.length()).strip())) {
            case Accepted accepted -> Uni.createFrom().item(identity(Caller.of(accepted.token())));
            case Refused(String reason) -> refuse(reason);
            case NoKeys _ -> Uni.createFrom().failure(new AuthenticationFailedException(noKeys()));
        };
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    private static SecurityIdentity identity(Caller caller) {
        return QuarkusSecurityIdentity.builder().setPrincipal(caller).build();
    }

    private static Uni<SecurityIdentity> refuse(String reason) {
        LOG.debugf("access token refused: %s", reason);
        return Uni.createFrom().failure(new AuthenticationFailedException());
    }

    private static ProblemException noKeys() {
        return new ProblemException(
                PlatformProblem.UNAVAILABLE
                        .with("Access tokens cannot be checked yet.")
                        .retryAfter(Duration.ofSeconds(1)));
    }
}
