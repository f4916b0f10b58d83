package com.rechain.dao.proposal.proposal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When the scheduler looks at a proposal again, and until when one instance alone carries out its
 * actions; null where neither is so.
 */
@Embeddable
public record Lease(
        @Column(name = "due_at") @Nullable Instant dueAt,
        @Column(name = "leased_until") @Nullable Instant leasedUntil) {
    static final Lease NONE = new Lease(null, null);

    /** Whether an instance is carrying out actions at {@code now}. */
    public boolean isHeldAt(Instant now) {
        return leasedUntil != null && now.isBefore(leasedUntil);
    }

    /** Whether the lease that ends at {@code until} is still the one in force. */
    public boolean isHeldUntil(Instant until) {
        return until.equals(leasedUntil);
    }
}
