package com.rechain.dao.voting.ballot;

import com.rechain.dao.tally.json.Fault;

/** What would become of a ballot. */
public sealed interface PreviewOutcome {
    record Invalid(Fault broken) implements PreviewOutcome {}

    record Foreseen(BallotPreview preview) implements PreviewOutcome {}
}
