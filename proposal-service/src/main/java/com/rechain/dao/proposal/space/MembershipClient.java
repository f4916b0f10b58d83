package com.rechain.dao.proposal.space;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.ServerErrorException;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Asks user-service who is a member, now. Anything but a clear answer ends in {@link
 * Membership.Unknown}.
 */
@ApplicationScoped
public class MembershipClient {
    private final UserServiceApi users;

    MembershipClient(@RestClient UserServiceApi users) {
        this.users = users;
    }

    /** The membership of {@code userId} in {@code spaceId} at this moment. */
    @Timeout(800)
    @Retry(
            maxRetries = 2,
            delay = 50,
            jitter = 25,
            abortOn = CircuitBreakerOpenException.class,
            retryOn = {
                ProcessingException.class,
                ServerErrorException.class,
                TimeoutException.class
            })
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            failureRatio = 0.5,
            delay = 2_000,
            failOn = {
                ProcessingException.class,
                ServerErrorException.class,
                TimeoutException.class
            })
    @Bulkhead(32)
    @Fallback(fallbackMethod = "unknown")
    public Membership find(UUID spaceId, UUID userId) {
        try {
            return new Membership.Member(users.member(spaceId, userId).role());
        } catch (NotFoundException _) {
            return new Membership.NotMember();
        }
    }

    @SuppressWarnings("unused") // the fallback's parameters are those of the method and its failure
    Membership unknown(UUID spaceId, UUID userId, Throwable cause) {
        return new Membership.Unknown(cause.getClass().getSimpleName());
    }
}
