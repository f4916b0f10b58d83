package com.rechain.dao.voting.space;

import com.rechain.dao.voting.space.Membership.Member;
import com.rechain.dao.voting.space.Membership.NotMember;
import com.rechain.dao.voting.space.Membership.Unknown;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.ServerErrorException;
import java.util.Optional;
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
 * Asks user-service with a deadline. A 404 is an answer; every failure ends in "unknown", which
 * callers treat as "no".
 */
@ApplicationScoped
@Timeout(800)
@Retry(
        maxRetries = 2,
        delay = 50,
        jitter = 25,
        abortOn = CircuitBreakerOpenException.class,
        retryOn = {ProcessingException.class, ServerErrorException.class, TimeoutException.class})
@CircuitBreaker(
        requestVolumeThreshold = 20,
        failureRatio = 0.5,
        delay = 2_000,
        failOn = {ProcessingException.class, ServerErrorException.class, TimeoutException.class})
@Bulkhead(32)
public class UserServiceClient {
    private final UserServiceApi users;

    UserServiceClient(@RestClient UserServiceApi users) {
        this.users = users;
    }

    @Fallback(fallbackMethod = "unknownMember")
    public Membership membership(UUID spaceId, UUID userId) {
        try {
            users.member(spaceId, userId);
            return new Member();
        } catch (NotFoundException _) {
            return new NotMember();
        }
    }

    @Fallback(fallbackMethod = "unknownVisibility")
    public Optional<String> visibility(UUID spaceId) {
        try {
            return Optional.of(users.space(spaceId).visibility());
        } catch (NotFoundException _) {
            return Optional.empty();
        }
    }

    Membership unknownMember(UUID spaceId, UUID userId, Throwable cause) {
        return new Unknown(cause.getClass().getSimpleName());
    }

    Optional<String> unknownVisibility(UUID spaceId, Throwable cause) {
        return Optional.empty();
    }
}
