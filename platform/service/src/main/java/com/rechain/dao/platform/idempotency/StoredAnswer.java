package com.rechain.dao.platform.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * An answer as it was first given.
 *
 * @param location the {@code Location} header, if it had one
 * @param body the JSON, byte for byte, if it had any
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by agreement
public record StoredAnswer(
        byte[] requestHash, int status, @Nullable String location, @Nullable String body) {}
