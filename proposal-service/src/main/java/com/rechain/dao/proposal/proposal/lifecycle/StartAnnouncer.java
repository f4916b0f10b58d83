package com.rechain.dao.proposal.proposal.lifecycle;

import com.rechain.dao.proposal.ProposalConfig;
import com.rechain.dao.proposal.proposal.Proposal;
import com.rechain.dao.proposal.proposal.ProposalMoved;
import com.rechain.dao.proposal.proposal.ProposalRepository;
import com.rechain.dao.proposal.proposal.Transition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Announces that votes have opened, each exactly once however many instances do so: a row is
 * announced under its lock, in the transaction that marks it.
 */
@ApplicationScoped
public class StartAnnouncer {
    private final ProposalRepository proposals;
    private final ProposalEvents events;
    private final ProposalConfig config;
    private final Clock clock;
    private final Event<ProposalMoved> moved;

    StartAnnouncer(
            ProposalRepository proposals,
            ProposalEvents events,
            ProposalConfig config,
            Clock clock,
            Event<ProposalMoved> moved) {
        this.proposals = proposals;
        this.events = events;
        this.config = config;
        this.clock = clock;
        this.moved = moved;
    }

    /**
     * Announces one batch of the votes that have opened; answers when each of them did, empty when
     * none was left.
     */
    @Transactional
    public List<Instant> announceDue() {
        Instant now = clock.instant();
        return proposals.lockDueStarts(now, config.scheduler().batch()).stream()
                .map(proposal -> announce(proposal, now))
                .toList();
    }

    /**
     * Announces the start of {@code proposal}, whose lock the current transaction holds, if it is
     * due and has not been.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void announceIfDue(Proposal proposal, Instant now) {
        Instant opensAt = proposal.timeline().opensAt();
        if (proposal.history().startedAt() == null
                && opensAt != null
                && !now.isBefore(opensAt)
                && opensAt.isBefore(proposal.timeline().endsAt())) {
            announce(proposal, now);
        }
    }

    private Instant announce(Proposal proposal, Instant now) {
        Instant opensAt = Objects.requireNonNull(proposal.timeline().opensAt());
        proposal.start(opensAt, now);
        events.started(proposal, opensAt);
        moved.fire(new ProposalMoved(proposal.id(), proposal.spaceId(), Transition.STARTED));
        return opensAt;
    }
}
