package com.rechain.dao.voting.result;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;

/**
 * The payload of result.certified.v1.
 *
 * @param result the canonical document
 */
record ResultCertified(
        UUID proposalId,
        UUID spaceId,
        String outcome,
        @JsonRawValue String result,
        Instant certifiedAt) {
    static final String TYPE = "result.certified.v1";
}
