package com.rechain.dao.platform.security;

import java.time.Instant;
import java.util.UUID;

/** What an access token proved: whom it names, in which session, until when. */
public record VerifiedToken(UUID userId, String handle, UUID sessionId, Instant expiresAt) {}
