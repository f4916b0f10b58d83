package com.rechain.dao.user.space;

/** What became of a change of a space. */
public sealed interface SpaceUpdateOutcome {
    record Updated(SpaceView space) implements SpaceUpdateOutcome {}

    record Stale() implements SpaceUpdateOutcome {}

    record NotAllowed() implements SpaceUpdateOutcome {}

    /** There is none, or none that the caller may see. */
    record UnknownSpace() implements SpaceUpdateOutcome {}
}
