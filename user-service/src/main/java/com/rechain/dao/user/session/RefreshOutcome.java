package com.rechain.dao.user.session;

/** What became of a refresh token that was presented. */
public sealed interface RefreshOutcome {
    record Refreshed(OpenedSession session) implements RefreshOutcome {}

    /** Unknown, expired, revoked or stolen: the holder is not told which. */
    record Refused() implements RefreshOutcome {}
}
