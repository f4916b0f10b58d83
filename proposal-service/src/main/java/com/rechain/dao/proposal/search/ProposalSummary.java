package com.rechain.dao.proposal.search;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.rechain.dao.proposal.proposal.ProposalRows;
import com.rechain.dao.proposal.proposal.ProposalState;
import com.rechain.dao.proposal.proposal.TextListConverter;
import com.rechain.dao.proposal.proposal.Timeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A proposal as lists show it. */
@Schema(name = "ProposalSummary")
public record ProposalSummary(
        UUID id,
        UUID spaceId,
        long number,
        UUID authorId,
        String title,
        String system,
        List<String> labels,
        ProposalState state,
        @Schema(nullable = true) @Nullable Instant startsAt,
        Instant endsAt,
        Instant createdAt,
        @Schema(nullable = true) @Nullable Instant publishedAt,
        @JsonIgnore Instant listedAt,
        @JsonIgnore Timeline timeline) {

    static ProposalSummary read(ResultSet row, Instant now) throws SQLException {
        Timeline timeline = ProposalRows.timeline(row);
        return new ProposalSummary(
                ProposalRows.id(row, "id"),
                ProposalRows.id(row, "space_id"),
                row.getLong("number"),
                ProposalRows.id(row, "author_id"),
                row.getString("title"),
                row.getString("voting_system"),
                TextListConverter.read(row.getString("labels")),
                ProposalState.at(timeline, now),
                timeline.startsAt(),
                timeline.endsAt(),
                ProposalRows.requiredInstant(row, "created_at"),
                ProposalRows.instant(row, "published_at"),
                ProposalRows.requiredInstant(row, "listed_at"),
                timeline);
    }
}
