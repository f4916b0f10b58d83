package com.rechain.dao.proposal.proposal.draft;

import com.rechain.dao.platform.problem.FieldError;
import com.rechain.dao.proposal.proposal.ProposalState;
import com.rechain.dao.proposal.proposal.ProposalView;
import java.util.List;
import java.util.UUID;

/** What became of writing. */
public sealed interface DraftOutcome {
    /** The draft as it is now. */
    record Written(ProposalView proposal) implements DraftOutcome {}

    /** The draft is gone. */
    record Discarded(UUID id) implements DraftOutcome {}

    /** The content breaks rules of form; nothing was stored. */
    record Malformed(List<FieldError> errors) implements DraftOutcome {}

    /** There is no such draft for this caller. */
    record Hidden(UUID id) implements DraftOutcome {}

    /** It is published: nobody rewrites it any more. */
    record NotADraft(UUID id, ProposalState actual) implements DraftOutcome {}

    /** It has changed since the caller read it. */
    record Stale(String etag) implements DraftOutcome {}
}
