package com.rechain.dao.voting.writer;

import java.util.UUID;

/**
 * A request with an idempotency key.
 *
 * @param requestHash SHA-256 in hexadecimal over what was asked
 */
public record KeyedRequest(UUID proposalId, UUID voterId, String key, String requestHash) {

    /** What a key is unique within. */
    record Slot(UUID proposalId, UUID voterId, String key) {}

    Slot slot() {
        return new Slot(proposalId, voterId, key);
    }
}
