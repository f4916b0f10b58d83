package com.rechain.dao.user.electorate;

import java.time.Instant;

/** What became of the wish for an electorate. */
public sealed interface ElectorateOutcome {
    record Exported(ElectorateView page) implements ElectorateOutcome {}

    /** The instant asked about has not passed: its electorate may still change. */
    record NotYet(Instant now) implements ElectorateOutcome {}

    record UnknownSpace() implements ElectorateOutcome {}
}
