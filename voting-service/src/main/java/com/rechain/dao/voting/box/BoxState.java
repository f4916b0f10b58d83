package com.rechain.dao.voting.box;

/**
 * How far a box has come, as its row says. What a voter sees also depends on the time: {@link
 * BoxRow#phaseAt}.
 */
public enum BoxState {
    /** The electorate is not frozen yet. */
    WAITING,
    /** Ballots are taken within the window. */
    OPEN,
    /** Ballots are no longer taken; the recount is under way. */
    TALLYING,
    /** The result is certified. */
    CLOSED,
    /** Recount and counters disagreed: nothing is published until somebody has looked. */
    HELD,
    CANCELED
}
