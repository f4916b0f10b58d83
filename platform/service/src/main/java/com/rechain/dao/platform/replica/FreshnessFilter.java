package com.rechain.dao.platform.replica;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Gives every successful write its freshness token. Runs after the resource, so after its
 * transaction's commit.
 */
@Provider
public class FreshnessFilter implements ContainerResponseFilter {
    private static final Logger LOG = Logger.getLogger(FreshnessFilter.class);
    private static final Set<String> READS =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final PrimaryTime time;
    private final String service;

    FreshnessFilter(
            PrimaryTime time, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.time = time;
        this.service = service;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean written = !READS.contains(request.getMethod()) && response.getStatus() / 100 == 2;
        // A resource that knows the time of its commit has said so itself.
        if (written && !response.getHeaders().containsKey(FreshnessToken.HEADER)) {
            try {
                response.getHeaders()
                        .putSingle(
                                FreshnessToken.HEADER, FreshnessToken.of(service, time.micros()));
            } catch (SQLException e) {
                // The write is committed and must be reported as such; only the token is missing.
                LOG.warnf("no freshness token for a committed write: %s", e.getMessage());
            }
        }
    }
}
