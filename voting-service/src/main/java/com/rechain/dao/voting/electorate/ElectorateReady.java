package com.rechain.dao.voting.electorate;

import java.time.Instant;
import java.util.UUID;

/** The payload of electorate.ready.v1. */
record ElectorateReady(
        UUID proposalId,
        UUID spaceId,
        Instant at,
        long voters,
        String totalWeight,
        String merkleRoot,
        Instant readyAt) {
    static final String TYPE = "electorate.ready.v1";
}
