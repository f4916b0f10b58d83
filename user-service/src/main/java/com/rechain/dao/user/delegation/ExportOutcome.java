package com.rechain.dao.user.delegation;

import java.time.Instant;

/** What became of the wish for the delegations of an instant. */
sealed interface ExportOutcome {
    record Exported(DelegationExport page) implements ExportOutcome {}

    /** The instant asked about has not passed: its delegations may still change. */
    record NotYet(Instant now) implements ExportOutcome {}

    record UnknownSpace() implements ExportOutcome {}
}
