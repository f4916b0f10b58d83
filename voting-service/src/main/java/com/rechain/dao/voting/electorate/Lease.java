package com.rechain.dao.voting.electorate;

import java.time.Instant;
import java.util.UUID;

/**
 * The right of one instance to freeze one electorate, until somebody else takes it.
 *
 * @param owner made anew for each attempt, so that not even the same instance can go on with an old
 *     one
 * @param takenAt the instant whose members and weights are frozen
 */
record Lease(UUID proposalId, UUID spaceId, UUID owner, Instant takenAt, int attempts) {}
