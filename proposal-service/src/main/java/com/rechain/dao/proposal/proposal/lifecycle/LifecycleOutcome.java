package com.rechain.dao.proposal.proposal.lifecycle;

import com.rechain.dao.platform.problem.FieldError;
import com.rechain.dao.platform.problem.Problem;
import com.rechain.dao.proposal.proposal.ProposalView;
import java.util.List;
import java.util.UUID;

/** What became of moving a proposal. */
public sealed interface LifecycleOutcome {
    /** It moved; this is how it stands. */
    record Moved(ProposalView proposal) implements LifecycleOutcome {}

    /** There is none (any more). */
    record Gone(UUID id) implements LifecycleOutcome {}

    /** Its present state does not allow the move. */
    record WrongState(ProposalView actual) implements LifecycleOutcome {}

    /** It has changed since the caller read it. */
    record Stale(String etag) implements LifecycleOutcome {}

    /** The draft's voting window is no longer possible. */
    record SchedulePassed(List<FieldError> errors) implements LifecycleOutcome {}

    /** An action is being carried out at this moment, so nothing can stop it. */
    record UnderWay() implements LifecycleOutcome {}

    /** Rules of the space or of the plan forbid it. */
    record Refused(Problem problem) implements LifecycleOutcome {}

    /** It takes somebody else: {@code who} says whom, in a sentence. */
    record NotAllowed(String who) implements LifecycleOutcome {}
}
