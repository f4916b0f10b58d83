package com.rechain.dao.voting.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A certified result as the API shows it.
 *
 * @param result the canonical document whose SHA-256 is {@code resultHash}
 * @param explanation one sentence per step of the arithmetic, where it was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResultView(
        UUID proposalId,
        String outcome,
        @JsonRawValue @Schema(implementation = Object.class) String result,
        String resultHash,
        Instant certifiedAt,
        @Nullable List<String> explanation) {

    static ResultView of(ResultRow row, boolean explain) {
        return new ResultView(
                row.proposalId(),
                row.outcome(),
                row.document(),
                row.resultHash(),
                row.certifiedAt(),
                explain ? Explanation.of(row.document()) : null);
    }
}
