package com.rechain.dao.proposal.proposal.lifecycle;

import com.rechain.dao.platform.problem.FieldError;
import com.rechain.dao.proposal.ProposalConfig;
import com.rechain.dao.proposal.proposal.IfMatch;
import com.rechain.dao.proposal.proposal.Proposal;
import com.rechain.dao.proposal.proposal.ProposalMoved;
import com.rechain.dao.proposal.proposal.ProposalRepository;
import com.rechain.dao.proposal.proposal.ProposalRow;
import com.rechain.dao.proposal.proposal.ProposalState;
import com.rechain.dao.proposal.proposal.ProposalStatus;
import com.rechain.dao.proposal.proposal.ProposalView;
import com.rechain.dao.proposal.proposal.Systems;
import com.rechain.dao.proposal.proposal.Transition;
import com.rechain.dao.proposal.proposal.VotingWindow;
import com.rechain.dao.proposal.proposal.Wording;
import com.rechain.dao.tally.rules.Rules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The moves that people make: publish and cancel. Each is one transaction together with its event.
 */
@ApplicationScoped
public class ProposalLifecycle {
    private final ProposalRepository proposals;
    private final ProposalEvents events;
    private final ProposalConfig config;
    private final Clock clock;
    private final Event<ProposalMoved> moved;

    ProposalLifecycle(
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
     * Publishes the draft: from here on its wording and rules are frozen. The caller has been found
     * to be its author.
     */
    @Transactional
    public LifecycleOutcome publish(UUID id, IfMatch expected) {
        Instant now = clock.instant();
        return proposals
                .lock(id)
                .map(proposal -> publish(proposal, expected, now))
                .orElseGet(() -> new LifecycleOutcome.Gone(id));
    }

    /**
     * Cancels a published proposal: moderators until it is concluded, its author until voting has
     * begun.
     */
    @Transactional
    public LifecycleOutcome cancel(UUID id, UUID callerId, boolean moderator, String reason) {
        Instant now = clock.instant();
        return proposals
                .lock(id)
                .map(proposal -> cancel(proposal, new Cancel(callerId, moderator, reason), now))
                .orElseGet(() -> new LifecycleOutcome.Gone(id));
    }

    private record Cancel(UUID callerId, boolean moderator, String reason) {}

    private LifecycleOutcome publish(Proposal draft, IfMatch expected, Instant now) {
        if (draft.status() != ProposalStatus.DRAFT) {
            return new LifecycleOutcome.WrongState(view(draft, now));
        }
        String etag = view(draft, now).etag();
        if (!expected.accepts(etag)) {
            return new LifecycleOutcome.Stale(etag);
        }
        Wording wording = draft.wording();
        VotingWindow window = VotingWindow.at(now, wording.startsAt(), wording.endsAt());
        List<FieldError> errors = window.errors(now, config);
        return errors.isEmpty()
                ? freeze(draft, Systems.rulesOf(wording), window.start(), now)
                : new LifecycleOutcome.SchedulePassed(errors);
    }

    private LifecycleOutcome freeze(Proposal draft, Rules rules, Instant startsAt, Instant now) {
        draft.publish(rules.canonical(), rules.hash(), startsAt, now);
        events.published(draft, rules, startsAt, now);
        return moved(draft, Transition.PUBLISHED, now);
    }

    private LifecycleOutcome cancel(Proposal proposal, Cancel request, Instant now) {
        ProposalState state = proposal.stateAt(now);
        if (proposal.status() != ProposalStatus.PUBLISHED) {
            return new LifecycleOutcome.WrongState(view(proposal, now));
        }
        if (!request.moderator() && !proposal.authorId().equals(request.callerId())) {
            return new LifecycleOutcome.NotAllowed();
        }
        if (!request.moderator() && state != ProposalState.PENDING) {
            return new LifecycleOutcome.WrongState(view(proposal, now));
        }
        proposal.cancel(request.callerId(), request.reason(), now);
        events.canceled(proposal, request.callerId(), request.reason(), now);
        return moved(proposal, Transition.CANCELED, now);
    }

    private LifecycleOutcome moved(Proposal proposal, Transition transition, Instant now) {
        proposals.flush();
        moved.fire(new ProposalMoved(proposal.id(), proposal.spaceId(), transition));
        return new LifecycleOutcome.Moved(view(proposal, now));
    }

    private static ProposalView view(Proposal proposal, Instant now) {
        return ProposalView.of(ProposalRow.of(proposal), now);
    }
}
