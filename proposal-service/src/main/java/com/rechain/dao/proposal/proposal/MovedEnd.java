package com.rechain.dao.proposal.proposal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** That the vote has moved its end: the one that was published, and when the last was decided. */
@Embeddable
public record MovedEnd(
        @Column(name = "scheduled_ends_at") Instant scheduledEndsAt,
        @Column(name = "end_moved_at") Instant decidedAt) {}
