package com.rechain.dao.proposal.proposal;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What people see of a proposal at an instant. At every instant exactly one state holds. */
public enum ProposalState {
    DRAFT,
    PENDING,
    ACTIVE,
    TALLYING,
    HELD,
    SUCCEEDED,
    DEFEATED,
    NO_QUORUM,
    TIED,
    CANCELED;

    /**
     * The one rule that decides the state. The window is half-open: at {@code startsAt} a vote is
     * open, at {@code endsAt} it no longer is. {@link StatePredicate} says the same in SQL.
     */
    public static ProposalState at(Timeline row, Instant now) {
        return switch (row.status()) {
            case DRAFT -> DRAFT;
            case CANCELED -> CANCELED;
            case CONCLUDED -> decided(row.outcome());
            case PUBLISHED -> row.outcome() == null ? running(row, now) : decided(row.outcome());
        };
    }

    /** The first instant after {@code now} at which the passing of time alone changes the state. */
    public static Optional<Instant> nextChange(Timeline row, Instant now) {
        return Stream.of(Optional.ofNullable(row.opensAt()), Optional.of(row.endsAt()))
                .flatMap(Optional::stream)
                .filter(instant -> instant.isAfter(now) && at(row, now) != at(row, instant))
                .min(Instant::compareTo);
    }

    private static ProposalState decided(@Nullable ProposalOutcome outcome) {
        if (outcome == null) {
            throw new IllegalArgumentException("a concluded proposal has an outcome");
        }
        return outcome.state();
    }

    private static ProposalState running(Timeline row, Instant now) {
        if (!now.isBefore(row.endsAt())) {
            return TALLYING;
        }
        Instant opensAt = row.opensAt();
        return opensAt == null || now.isBefore(opensAt) ? PENDING : ACTIVE;
    }
}
