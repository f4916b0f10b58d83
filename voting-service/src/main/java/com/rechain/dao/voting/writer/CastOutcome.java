package com.rechain.dao.voting.writer;

import java.time.Instant;

/** What became of a ballot. Only the first four are said after a commit that they tell of. */
public sealed interface CastOutcome {

    /** The voter's first ballot is in. */
    record Accepted(String receipt) implements CastOutcome {}

    /** The ballot took the place of an earlier one. */
    record Replaced(String receipt) implements CastOutcome {}

    /** The current ballot already says so. */
    record Repeated(String receipt) implements CastOutcome {}

    /** The idempotency key was seen before with the same request. */
    record Replayed(String receipt) implements CastOutcome {}

    /** The idempotency key was seen before with another request. */
    record KeyReused() implements CastOutcome {}

    record NotEligible() implements CastOutcome {}

    /** All that the voter was given has been taken back by its owners' own ballots. */
    record NoWeightLeft() implements CastOutcome {}

    record AlreadyVoted(int revision, Instant castAt) implements CastOutcome {}

    record NotOpen(String state, Instant startsAt, Instant endsAt) implements CastOutcome {}

    /** Nothing was written: too many ballots wait, or it waited too long. */
    record Overloaded() implements CastOutcome {}

    /** Nothing was written: the primary is away. */
    record Unavailable() implements CastOutcome {}

    /**
     * The primary was lost while it committed; the same request may be repeated and will be told.
     */
    record Unresolved() implements CastOutcome {}

    /** This ballot alone could not be written, and not for its voter's fault. */
    record Failed() implements CastOutcome {}

    /** The word for it in metrics. */
    default String label() {
        return switch (this) {
            case Accepted _ -> "accepted";
            case Replaced _ -> "replaced";
            case Repeated _, Replayed _ -> "replayed";
            case KeyReused _ -> "key-reused";
            case NotEligible _ -> "not-eligible";
            case NoWeightLeft _ -> "no-weight-left";
            case AlreadyVoted _ -> "already-voted";
            case NotOpen _ -> "state-conflict";
            case Overloaded _ -> "overloaded";
            case Unavailable _ -> "unavailable";
            case Unresolved _ -> "unresolved";
            case Failed _ -> "failed";
        };
    }
}
