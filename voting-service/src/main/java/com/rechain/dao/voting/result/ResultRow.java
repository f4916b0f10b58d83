package com.rechain.dao.voting.result;

import java.time.Instant;
import java.util.UUID;

/**
 * A certified result.
 *
 * @param document canonical JSON, the text that the hash is over
 */
record ResultRow(
        UUID proposalId, String outcome, String document, String resultHash, Instant certifiedAt) {}
