package com.rechain.dao.proposal.proposal.execution;

import com.rechain.dao.proposal.proposal.ProposalState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of what people asked of an execution. */
public sealed interface ExecutionOutcome {
    /** So it stands now. */
    record Moved(ExecutionView execution) implements ExecutionOutcome {}

    /** There is no such proposal any more. */
    record Gone(UUID id) implements ExecutionOutcome {}

    /** Nothing is to be carried out in this state, or not before {@code eta}. */
    record NotOpen(ProposalState actual, @Nullable Instant eta) implements ExecutionOutcome {}

    /** It is put off until another proposal is executed. */
    record Waits(ProposalState actual, UUID predecessorId) implements ExecutionOutcome {}

    /** An action is being carried out at this moment. */
    record UnderWay() implements ExecutionOutcome {}

    /** It is not the turn of this action, or it is none that people do. */
    record NotItsTurn(int position) implements ExecutionOutcome {}
}
