package com.rechain.dao.platform.security;

/** What became of an access token that was looked at. */
public sealed interface TokenVerdict {
    /** It is genuine, meant for this API and in force. */
    record Accepted(VerifiedToken token) implements TokenVerdict {}

    /** It is not; {@code reason} is for logs, never for the caller. */
    record Refused(String reason) implements TokenVerdict {}

    /**
     * Nobody can tell, because no keys were ever loaded: treat as refused, but let the caller come
     * back.
     */
    record NoKeys() implements TokenVerdict {}
}
