package com.rechain.dao.user.session;

import java.time.Instant;
import java.util.UUID;

/**
 * A session whose holder gets a new refresh token, valid until {@code expiresAt} unless used
 * before.
 */
public record OpenedSession(UUID id, UUID accountId, RefreshSecret secret, Instant expiresAt) {}
