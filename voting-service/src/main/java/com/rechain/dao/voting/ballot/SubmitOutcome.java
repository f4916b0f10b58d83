package com.rechain.dao.voting.ballot;

import com.rechain.dao.tally.json.Fault;
import com.rechain.dao.voting.writer.Answer;

/** What became of a ballot that was sent. */
public sealed interface SubmitOutcome {

    /** It breaks a rule of its voting system and was never looked at further. */
    record Invalid(Fault broken) implements SubmitOutcome {}

    /** The writer has decided. */
    record Decided(Answer answer) implements SubmitOutcome {}
}
