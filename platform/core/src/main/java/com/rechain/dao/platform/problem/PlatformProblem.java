package com.rechain.dao.platform.problem;

/** The errors that every service can answer, whatever it is about. */
public enum PlatformProblem implements ProblemType {
    MALFORMED_REQUEST(400, "The request is not well formed"),
    UNAUTHENTICATED(401, "A valid access token is needed"),
    FORBIDDEN(403, "This is not allowed to you"),
    NOT_FOUND(404, "There is no such thing"),
    METHOD_NOT_ALLOWED(405, "The resource does not take this method"),
    NOT_ACCEPTABLE(406, "None of the accepted media types can be produced"),
    REQUEST_TIMEOUT(408, "The request took too long to arrive"),
    STATE_CONFLICT(409, "The present state does not allow this"),
    PRECONDITION_FAILED(412, "The thing has changed since it was read"),
    PAYLOAD_TOO_LARGE(413, "The request body is too large"),
    URI_TOO_LONG(414, "The request address is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body has a media type that is not taken here"),
    IDEMPOTENCY_KEY_REUSED(422, "The idempotency key was used for another request"),
    PRECONDITION_REQUIRED(428, "The request must say which version it changes"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    HEADERS_TOO_LARGE(431, "The request headers are too large"),
    INTERNAL_ERROR(500, "Unexpected error"),
    BAD_GATEWAY(502, "A service gave an unusable answer"),
    UNAVAILABLE(503, "The service cannot answer at the moment"),
    GATEWAY_TIMEOUT(504, "A service did not answer in time");

    private final int status;
    private final String title;

    PlatformProblem(int status, String title) {
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
