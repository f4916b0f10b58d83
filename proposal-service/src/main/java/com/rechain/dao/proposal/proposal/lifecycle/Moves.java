package com.rechain.dao.proposal.proposal.lifecycle;

import com.rechain.dao.proposal.proposal.Proposal;
import com.rechain.dao.proposal.proposal.ProposalMoved;
import com.rechain.dao.proposal.proposal.ProposalRepository;
import com.rechain.dao.proposal.proposal.ProposalRow;
import com.rechain.dao.proposal.proposal.ProposalView;
import com.rechain.dao.proposal.proposal.Transition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** What all moves that people make have in common: they begin under the row's lock and end here. */
@ApplicationScoped
class Moves {
    private final ProposalRepository proposals;
    private final Clock clock;
    private final Event<ProposalMoved> moved;

    Moves(ProposalRepository proposals, Clock clock, Event<ProposalMoved> moved) {
        this.proposals = proposals;
        this.clock = clock;
        this.moved = moved;
    }

    /** A move of a proposal whose lock the current transaction holds, at an instant. */
    interface Move {
        LifecycleOutcome apply(Proposal proposal, Instant now);
    }

    /** Makes {@code move} under the lock of the proposal {@code id}; needs a transaction. */
    LifecycleOutcome locked(UUID id, Move move) {
        Instant now = clock.instant();
        return proposals
                .lock(id)
                .map(proposal -> move.apply(proposal, now))
                .orElseGet(() -> new LifecycleOutcome.Gone(id));
    }

    /** Tells this process that {@code proposal} moved, and how it stands. */
    LifecycleOutcome done(Proposal proposal, Transition transition, Instant now) {
        proposals.flush();
        moved.fire(new ProposalMoved(proposal.id(), proposal.spaceId(), transition));
        return new LifecycleOutcome.Moved(view(proposal, now));
    }

    /** The proposal does not stand so that this can be done to it. */
    static LifecycleOutcome wrongState(Proposal proposal, Instant now) {
        return new LifecycleOutcome.WrongState(view(proposal, now));
    }

    static ProposalView view(Proposal proposal, Instant now) {
        return ProposalView.of(ProposalRow.of(proposal), now);
    }
}
