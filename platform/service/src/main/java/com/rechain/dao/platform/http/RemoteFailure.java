package com.rechain.dao.platform.http;

import jakarta.ws.rs.ProcessingException;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.jboss.resteasy.reactive.ResteasyReactiveClientProblem;

/** Tells a call to another service that failed from a mistake of ours. */
final class RemoteFailure {
    private static final int DEEPEST = 20;

    private RemoteFailure() {}

    /**
     * Whether {@code failure} came of another service being away, slow, cut off by a breaker, or
     * answering what nobody expected.
     */
    static boolean isCauseOf(Throwable failure) {
        int depth = 0;
        for (Throwable cause = failure;
                cause != null && depth < DEEPEST;
                cause = cause.getCause(), depth++) {
            if (cause instanceof ProcessingException
                    || cause instanceof FaultToleranceException
                    || cause instanceof ResteasyReactiveClientProblem) {
                return true;
            }
        }
        return false;
    }
}
