package com.rechain.dao.voting.box;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The part of proposal.published.v1 that a box is made of. */
record ProposalPublished(
        UUID proposalId,
        UUID spaceId,
        List<String> choices,
        JsonNode rules,
        String rulesHash,
        Instant startsAt,
        Instant endsAt,
        Instant publishedAt,
        @Nullable List<String> labels) {}
