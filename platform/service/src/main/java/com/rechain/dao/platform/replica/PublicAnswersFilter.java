package com.rechain.dao.platform.replica;

import com.rechain.dao.platform.http.Caching;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/**
 * Keeps what a signed-in caller gets out of shared caches, however public it is: such a caller
 * writes, and must read what it wrote. To the others it says which fields a public answer depends
 * on.
 */
@Provider
public class PublicAnswersFilter implements ContainerResponseFilter {
    private static final String DEPENDS_ON =
            HttpHeaders.AUTHORIZATION + ", " + FreshnessToken.HEADER;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String declared = response.getHeaderString(HttpHeaders.CACHE_CONTROL);
        if (declared == null || !declared.startsWith("public")) {
            return;
        }
        if (request.getHeaders().containsKey(HttpHeaders.AUTHORIZATION)) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, Caching.FOR_THE_CALLER);
        }
        String varies = response.getHeaderString(HttpHeaders.VARY);
        response.getHeaders()
                .putSingle(
                        HttpHeaders.VARY, varies == null ? DEPENDS_ON : varies + ", " + DEPENDS_ON);
    }
}
