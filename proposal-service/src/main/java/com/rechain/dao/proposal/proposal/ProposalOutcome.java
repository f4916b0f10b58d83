package com.rechain.dao.proposal.proposal;

/** How a vote ended, as voting-service certified it. */
public enum ProposalOutcome {
    SUCCEEDED(ProposalState.SUCCEEDED),
    DEFEATED(ProposalState.DEFEATED),
    NO_QUORUM(ProposalState.NO_QUORUM),
    TIED(ProposalState.TIED),
    /** Counters and recount differ: nothing is decided until people have looked at it. */
    HELD(ProposalState.HELD);

    private final ProposalState state;

    ProposalOutcome(ProposalState state) {
        this.state = state;
    }

    /** The state a proposal with this outcome shows. */
    public ProposalState state() {
        return state;
    }

    /** Whether the vote is decided by it, so that nothing follows. */
    public boolean isFinal() {
        return this != HELD;
    }
}
