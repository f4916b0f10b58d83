package com.rechain.dao.gateway.upstream;

/** How one attempt at an instance went, as far as the instance's own state is concerned. */
public enum AttemptResult {
    /** It answered; also with an error that it explains itself. */
    ANSWERED(false),
    /** No connection: nothing was sent. */
    UNREACHABLE(true),
    /** The connection was lost, or the answer was not HTTP. */
    BROKEN(true),
    /** A bare 502, 503 or 504: something in front of the service's own code refused. */
    UNAVAILABLE(true),
    /** No answer in time. */
    SLOW(true),
    /** The caller left before anything could be said. */
    ABANDONED(false);

    private final boolean failure;

    AttemptResult(boolean failure) {
        this.failure = failure;
    }

    /** Whether it speaks against the instance. */
    public boolean isFailure() {
        return failure;
    }
}
