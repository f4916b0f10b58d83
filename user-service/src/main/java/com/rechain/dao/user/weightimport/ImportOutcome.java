package com.rechain.dao.user.weightimport;

import com.rechain.dao.platform.problem.Problem;

/** What became of an import. */
sealed interface ImportOutcome {
    record Imported(ImportView summary) implements ImportOutcome {}

    /** Some lines cannot be taken; nothing was stored. */
    record Refused(Problem problem) implements ImportOutcome {}

    record NotAllowed() implements ImportOutcome {}

    /** There is none, or none that the caller may see. */
    record UnknownSpace() implements ImportOutcome {}
}
