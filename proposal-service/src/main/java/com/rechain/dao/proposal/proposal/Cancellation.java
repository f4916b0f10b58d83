package com.rechain.dao.proposal.proposal;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

/** That a proposal was called off or vetoed, by whom and why; public. */
@Embeddable
public record Cancellation(Instant at, UUID by, String reason) {}
