package com.rechain.dao.platform.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/**
 * Answers that something was made, and where it is from now on: a path of the API, which holds at
 * whatever address the caller came in (RFC 9110, 10.2.2). JAX-RS would resolve it against the
 * address of this service, which is nobody's outside the cluster.
 */
public final class Created {
    private Created() {}

    /** A 201 whose Location is {@code path}, as it stands. */
    public static Response.ResponseBuilder at(String path) {
        return Response.status(Response.Status.CREATED).header(HttpHeaders.LOCATION, path);
    }
}
