package com.rechain.dao.proposal.proposal;

/** How a vote ended, as voting-service certified it. */
public enum ProposalOutcome {
    SUCCEEDED(ProposalState.COMPLETED),
    DEFEATED(ProposalState.DEFEATED),
    NO_QUORUM(ProposalState.NO_QUORUM),
    TIED(ProposalState.TIED),
    /** Enough of the votes were vetoes. */
    VETOED(ProposalState.VETOED),
    /** It asked for opinions, and decides nothing. */
    SURVEY_DONE(ProposalState.SURVEY_DONE),
    /** Counters and recount differ: nothing is decided until people have looked at it. */
    HELD(ProposalState.HELD);

    private final ProposalState state;

    ProposalOutcome(ProposalState state) {
        this.state = state;
    }

    /** The state a proposal with this outcome shows when no actions follow. */
    public ProposalState state() {
        return state;
    }

    /** Whether the vote is decided by it. */
    public boolean isFinal() {
        return this != HELD;
    }
}
