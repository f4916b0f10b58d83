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

/** Asks user-service for the settings that hold in a space now; no answer is no settings. */
@ApplicationScoped
public class SettingsClient {
    private final UserServiceApi users;

    SettingsClient(@RestClient UserServiceApi users) {
        this.users = users;
    }

    /** The settings of {@code spaceId} at this moment. */
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
    public SettingsLookup find(UUID spaceId) {
        try {
            return new SettingsLookup.Known(users.settings(spaceId));
        } catch (NotFoundException _) {
            return new SettingsLookup.NoSuchSpace();
        }
    }

    @SuppressWarnings("unused") // the fallback's parameters are those of the method and its failure
    SettingsLookup unknown(UUID spaceId, Throwable cause) {
        return new SettingsLookup.Unknown();
    }
}
