package com.rechain.dao.proposal.space;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.ServerErrorException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks user-service for weights, exactly; no answer is no weight. */
@ApplicationScoped
public class WeightClient {
    private final UserServiceApi users;

    WeightClient(@RestClient UserServiceApi users) {
        this.users = users;
    }

    /** The own weight of {@code userId} in {@code spaceId} immediately before {@code instant}. */
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
    public WeightLookup before(UUID spaceId, UUID userId, Instant instant) {
        return new WeightLookup.Known(
                new BigInteger(users.weight(spaceId, userId, instant.toString()).weight()));
    }

    @SuppressWarnings("unused") // the fallback's parameters are those of the method and its failure
    WeightLookup unknown(UUID spaceId, UUID userId, Instant instant, Throwable cause) {
        return new WeightLookup.Unknown();
    }
}
