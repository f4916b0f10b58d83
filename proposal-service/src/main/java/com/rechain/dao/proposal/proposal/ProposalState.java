package com.rechain.dao.proposal.proposal;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What people see of a proposal at an instant. At every instant exactly one state holds. */
public enum ProposalState {
    DRAFT,
    /** Everybody sees it as it will be put to the vote; not enough others have signed yet. */
    SIGNING,
    PENDING,
    ACTIVE,
    TALLYING,
    HELD,
    /** It has succeeded, and nothing was to be done. */
    COMPLETED,
    DEFEATED,
    NO_QUORUM,
    TIED,
    SURVEY_DONE,
    /** By the vote, or by a guardian before its actions were carried out. */
    VETOED,
    /** It has succeeded; guardians may look at what it will do. */
    CHALLENGE,
    /** Its actions wait for their time or are being carried out. */
    QUEUED,
    EXECUTED,
    /** An action has failed; it may be tried again until the proposal expires. */
    EXECUTED_WITH_ERRORS,
    /** Not all actions were carried out in time, and no more will be. */
    EXPIRED,
    CANCELED;

    /**
     * The one rule that decides the state. All times are half-open: at {@code startsAt} a vote is
     * open, at {@code endsAt} it no longer is. {@link StatePredicate} says the same in SQL.
     */
    public static ProposalState at(Timeline row, Instant now) {
        return switch (row.status()) {
            case DRAFT -> DRAFT;
            case SIGNING -> SIGNING;
            case CANCELED -> CANCELED;
            case VETOED -> VETOED;
            case EXECUTED -> EXECUTED;
            case CONCLUDED -> decided(row.outcome());
            case TIMELOCKED -> locked(lock(row), QUEUED, now);
            case FALTERED -> locked(lock(row), EXECUTED_WITH_ERRORS, now);
            case PUBLISHED -> row.outcome() == null ? running(row, now) : decided(row.outcome());
        };
    }

    /** The first instant after {@code now} at which the passing of time alone changes the state. */
    public static Optional<Instant> nextChange(Timeline row, Instant now) {
        Stream<@Nullable Instant> lock =
                row.timelock() == null
                        ? Stream.of()
                        : Stream.of(row.timelock().challengeEndsAt(), row.timelock().expiresAt());
        return Stream.concat(Stream.of(row.opensAt(), row.endsAt()), lock)
                .filter(Objects::nonNull)
                .filter(instant -> instant.isAfter(now) && at(row, now) != at(row, instant))
                .min(Instant::compareTo);
    }

    private static ProposalState decided(@Nullable ProposalOutcome outcome) {
        if (outcome == null) {
            throw new IllegalArgumentException("a concluded proposal has an outcome");
        }
        return outcome.state();
    }

    private static Timelock lock(Timeline row) {
        return Objects.requireNonNull(row.timelock(), "a timelock");
    }

    private static ProposalState locked(Timelock lock, ProposalState open, Instant now) {
        if (!now.isBefore(lock.expiresAt())) {
            return EXPIRED;
        }
        return now.isBefore(lock.challengeEndsAt()) ? CHALLENGE : open;
    }

    private static ProposalState running(Timeline row, Instant now) {
        if (!now.isBefore(row.endsAt())) {
            return TALLYING;
        }
        Instant opensAt = row.opensAt();
        return opensAt == null || now.isBefore(opensAt) ? PENDING : ACTIVE;
    }
}
