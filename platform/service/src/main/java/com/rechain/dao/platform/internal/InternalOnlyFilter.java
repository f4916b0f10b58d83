package com.rechain.dao.platform.internal;

import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.platform.problem.PlatformProblem;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

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
        Optional<String> secret = config.get().secret().filter(text -> !text.isBlank());
        // Compared in constant time; a wrong secret learns nothing, not even that the resource
        // exists.
        if (offered == null
                || secret.isEmpty()
                || !MessageDigest.isEqual(bytes(secret.orElseThrow()), bytes(offered))) {
            request.abortWith(
                    ProblemResponses.of(
                            PlatformProblem.NOT_FOUND.with("There is nothing at this address.")));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
