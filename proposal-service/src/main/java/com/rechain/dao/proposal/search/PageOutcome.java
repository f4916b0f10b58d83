package com.rechain.dao.proposal.search;

import com.rechain.dao.platform.answer.ReadyAnswer;

/** What a reader gets. */
sealed interface PageOutcome {
    /** What everyone gets. */
    record Shared(ReadyAnswer answer) implements PageOutcome {}

    /** What this reader gets and others may not. */
    record Personal(ReadyAnswer answer) implements PageOutcome {}

    /** Nothing: it does not exist, or not for this reader. */
    record Hidden() implements PageOutcome {}

    /** Nothing now: it depends on a membership that cannot be looked up. */
    record Undecided() implements PageOutcome {}
}
