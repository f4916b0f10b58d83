package com.rechain.dao.proposal.proposal.execution;

import com.rechain.dao.proposal.proposal.ProposalState;
import java.util.UUID;

/** What became of what people asked of an execution. */
public sealed interface ExecutionOutcome {
    /** So it stands now. */
    record Moved(ExecutionView execution) implements ExecutionOutcome {}

    /** There is no such proposal any more. */
    record Gone(UUID id) implements ExecutionOutcome {}

    /** Nothing is to be carried out in this state, or not yet. */
    record NotOpen(ProposalState actual) implements ExecutionOutcome {}

    /** An action is being carried out at this moment. */
    record UnderWay() implements ExecutionOutcome {}

    /** It is not the turn of this action, or it is none that people do. */
    record NotItsTurn(int position) implements ExecutionOutcome {}
}
