package com.rechain.dao.platform.internal;

import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.platform.problem.PlatformProblem;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Lets only callers with the internal secret through to {@link InternalOnly} resources. */
@Provider
@InternalOnly
public class InternalOnlyFilter implements ContainerRequestFilter {
    // Asked for at the first request: filters are made before there is a run-time configuration.
    private final Instance<InternalConfig> config;

    InternalOnlyFilter(Instance<InternalConfig> config) {
        this.config = config;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String offered = request.getHeaderString(InternalOnly.SECRET_HEADER);
        // A wrong secret learns nothing, not even that the resource exists.
        if (!InternalSecret.isKnown(config.get(), offered)) {
            request.abortWith(
                    ProblemResponses.of(
                            PlatformProblem.NOT_FOUND.with("There is nothing at this address.")));
        }
    }
}
