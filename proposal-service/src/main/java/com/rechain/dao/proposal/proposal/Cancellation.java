package com.rechain.dao.proposal.proposal;

import java.time.Instant;
import java.util.UUID;

/** That a proposal was called off, by whom and why; public. */
public record Cancellation(Instant at, UUID by, String reason) {}
