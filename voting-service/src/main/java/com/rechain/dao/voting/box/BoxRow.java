package com.rechain.dao.voting.box;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The changing part of a box, as read under a lock.
 *
 * @param delegated whether the frozen electorate has flows, so that ballots may change each other
 */
public record BoxRow(
        UUID proposalId,
        BoxState state,
        @Nullable String outcome,
        Instant startsAt,
        Instant endsAt,
        boolean delegated) {

    /** A box in whose electorate nobody votes with another's weight. */
    public BoxRow(
            UUID proposalId,
            BoxState state,
            @Nullable String outcome,
            Instant startsAt,
            Instant endsAt) {
        this(proposalId, state, outcome, startsAt, endsAt, false);
    }

    /**
     * The one function that decides a vote's phase. The window is half-open: [startsAt, endsAt).
     */
    public Phase phaseAt(Instant now) {
        return switch (state) {
            case CANCELED -> Phase.CANCELED;
            case HELD -> Phase.HELD;
            case CLOSED -> Phase.CLOSED;
            case TALLYING -> Phase.TALLYING;
            case WAITING -> now.isBefore(endsAt) ? Phase.PENDING : Phase.TALLYING;
            case OPEN -> openAt(now);
        };
    }

    private Phase openAt(Instant now) {
        if (now.isBefore(startsAt)) {
            return Phase.PENDING;
        }
        return now.isBefore(endsAt) ? Phase.ACTIVE : Phase.TALLYING;
    }

    /** The same with another end. */
    public BoxRow ending(Instant end) {
        return new BoxRow(proposalId, state, outcome, startsAt, end, delegated);
    }

    /** The state as the API names it: the phase, or the outcome once there is one. */
    public String nameAt(Instant now) {
        return state == BoxState.CLOSED && outcome != null ? outcome : phaseAt(now).name();
    }

    /**
     * Whether the vote's choices and scores may be shown although the rules hide them until close.
     */
    public boolean isUnsealed() {
        return state == BoxState.CLOSED;
    }
}
