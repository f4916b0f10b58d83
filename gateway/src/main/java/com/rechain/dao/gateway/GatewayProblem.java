package com.rechain.dao.gateway;

import com.rechain.dao.platform.problem.ProblemType;

/** The errors that the gateway itself answers; what a service answers passes unchanged. */
public enum GatewayProblem implements ProblemType {
    MALFORMED_REQUEST(400, "The request is not well formed"),
    AMBIGUOUS_PATH(400, "The request path can be read in more than one way"),
    UNAUTHENTICATED(401, "A valid access token is needed"),
    NOT_FOUND(404, "There is no such thing"),
    METHOD_NOT_ALLOWED(405, "The resource does not take this method"),
    REQUEST_TIMEOUT(408, "The request took too long to arrive"),
    PAYLOAD_TOO_LARGE(413, "The request body is too large"),
    URI_TOO_LONG(414, "The request address is too long"),
    EXPECTATION_FAILED(417, "The expectation cannot be met"),
    HEADERS_TOO_LARGE(431, "The request headers are too large"),
    INTERNAL_ERROR(500, "Unexpected error"),
    BAD_GATEWAY(502, "A service gave an unusable answer"),
    UNAVAILABLE(503, "The service cannot answer at the moment"),
    OVERLOADED(503, "The service has as much to do as it can take"),
    KEYS_UNAVAILABLE(503, "Access tokens cannot be checked at the moment"),
    GATEWAY_TIMEOUT(504, "A service did not answer in time"),
    HTTP_VERSION_NOT_SUPPORTED(505, "This version of HTTP is not spoken here");

    private final int status;
    private final String title;

    GatewayProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
