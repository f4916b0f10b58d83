package com.rechain.dao.proposal.proposal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Everything of a proposal's row that decides its state. */
public record Timeline(
        ProposalStatus status,
        @Nullable ProposalOutcome outcome,
        @Nullable Instant startsAt,
        Instant endsAt,
        @Nullable Instant electorateReadyAt,
        @Nullable Timelock timelock) {
    public Timeline {
        if (status == ProposalStatus.CONCLUDED && (outcome == null || !outcome.isFinal())) {
            throw new IllegalArgumentException("a concluded proposal has a final outcome");
        }
        if (status.isPendingExecution() && timelock == null) {
            throw new IllegalArgumentException("a proposal to be carried out has a timelock");
        }
    }

    /** The timeline of a proposal without a timelock. */
    public Timeline(
            ProposalStatus status,
            @Nullable ProposalOutcome outcome,
            @Nullable Instant startsAt,
            Instant endsAt,
            @Nullable Instant electorateReadyAt) {
        this(status, outcome, startsAt, endsAt, electorateReadyAt, null);
    }

    /**
     * The instant at which the vote opens: the start, or the electorate's being ready if that is
     * later. Null while it is unknown.
     */
    public @Nullable Instant opensAt() {
        if (startsAt == null || electorateReadyAt == null) {
            return null;
        }
        return startsAt.isAfter(electorateReadyAt) ? startsAt : electorateReadyAt;
    }
}
