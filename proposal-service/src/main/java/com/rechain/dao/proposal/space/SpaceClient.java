package com.rechain.dao.proposal.space;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.ServerErrorException;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks user-service for a space whose events have not arrived here yet. */
@ApplicationScoped
public class SpaceClient {
    private final UserServiceApi users;

    SpaceClient(@RestClient UserServiceApi users) {
        this.users = users;
    }

    /** The space as user-service has it. */
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
    @Fallback(fallbackMethod = "unknown")
    public SpaceLookup find(UUID spaceId) {
        try {
            UserServiceApi.SpaceAnswer space = users.space(spaceId);
            return new SpaceLookup.Known(
                    new SpaceReference(
                            space.id(), space.slug(), space.name(), space.visibility(), 0));
        } catch (NotFoundException _) {
            return new SpaceLookup.NoSuchSpace();
        }
    }

    @SuppressWarnings("unused") // the fallback's parameters are those of the method and its failure
    SpaceLookup unknown(UUID spaceId, Throwable cause) {
        return new SpaceLookup.Unknown();
    }
}
