package com.rechain.dao.voting.result;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.tally.json.CanonicalJson;
import com.rechain.dao.tally.json.StrictJson;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The payload of result.certified.v1.
 *
 * @param result the canonical document; where it is too large for an event, without how the scores
 *     came about
 * @param resultHash SHA-256 of the whole canonical document
 * @param abridged whether something was left out
 */
record ResultCertified(
        UUID proposalId,
        UUID spaceId,
        String outcome,
        @JsonRawValue String result,
        String resultHash,
        boolean abridged,
        Instant certifiedAt) {
    static final String TYPE = "result.certified.v1";

    private static final int LARGEST = 500_000;
    private static final List<String> TRACE = List.of("rounds", "pairs", "paths", "spending");

    static ResultCertified of(ResultRow row, UUID spaceId) {
        boolean abridged = row.document().length() > LARGEST;
        return new ResultCertified(
                row.proposalId(),
                spaceId,
                row.outcome(),
                abridged ? abridge(row.document()) : row.document(),
                row.resultHash(),
                abridged,
                row.certifiedAt());
    }

    private static String abridge(String document) {
        ObjectNode result = (ObjectNode) StrictJson.parse(document).orElseThrow();
        return CanonicalJson.text(result.without(TRACE));
    }
}
