package com.rechain.dao.proposal.proposal.lifecycle;

import com.rechain.dao.platform.problem.FieldError;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.Problem;
import com.rechain.dao.proposal.ProposalConfig;
import com.rechain.dao.proposal.ProposalProblem;
import com.rechain.dao.proposal.proposal.IfMatch;
import com.rechain.dao.proposal.proposal.Proposal;
import com.rechain.dao.proposal.proposal.ProposalMoved;
import com.rechain.dao.proposal.proposal.ProposalRepository;
import com.rechain.dao.proposal.proposal.ProposalRow;
import com.rechain.dao.proposal.proposal.ProposalState;
import com.rechain.dao.proposal.proposal.ProposalStatus;
import com.rechain.dao.proposal.proposal.ProposalView;
import com.rechain.dao.proposal.proposal.Systems;
import com.rechain.dao.proposal.proposal.Terms;
import com.rechain.dao.proposal.proposal.Transition;
import com.rechain.dao.proposal.proposal.VotingWindow;
import com.rechain.dao.proposal.proposal.Wording;
import com.rechain.dao.proposal.space.SpaceRole;
import com.rechain.dao.proposal.space.SpaceSettings;
import com.rechain.dao.tally.json.Fault;
import com.rechain.dao.tally.json.Parsed;
import com.rechain.dao.tally.rules.Rules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The moves that people make: publish, sign, cancel and veto. Each is one transaction together with
 * its event.
 */
@ApplicationScoped
public class ProposalLifecycle {
    private final ProposalRepository proposals;
    private final ProposalEvents events;
    private final PublishChecks checks;
    private final ProposalConfig config;
    private final Clock clock;
    private final Event<ProposalMoved> moved;

    ProposalLifecycle(
            ProposalRepository proposals,
            ProposalEvents events,
            PublishChecks checks,
            ProposalConfig config,
            Clock clock,
            Event<ProposalMoved> moved) {
        this.proposals = proposals;
        this.events = events;
        this.checks = checks;
        this.config = config;
        this.clock = clock;
        this.moved = moved;
    }

    /**
     * Publishes the draft: from here on its wording and rules are frozen. The caller has been found
     * to be its author.
     */
    @Transactional
    public LifecycleOutcome publish(UUID id, IfMatch expected, SpaceSettings settings) {
        Instant now = clock.instant();
        return proposals
                .lock(id)
                .map(proposal -> publish(proposal, expected, settings, now))
                .orElseGet(() -> new LifecycleOutcome.Gone(id));
    }

    /**
     * Cancels a published proposal: its author until voting has begun, moderators until it is
     * concluded, those who may veto until its actions are carried out.
     */
    @Transactional
    public LifecycleOutcome cancel(
            UUID id, UUID callerId, @Nullable SpaceRole role, String reason) {
        Instant now = clock.instant();
        return proposals
                .lock(id)
                .map(proposal -> cancel(proposal, new Stop(callerId, role, reason), now))
                .orElseGet(() -> new LifecycleOutcome.Gone(id));
    }

    /**
     * Stops a proposal that has succeeded before its actions are carried out: for those whom its
     * terms name.
     */
    @Transactional
    public LifecycleOutcome veto(UUID id, UUID callerId, @Nullable SpaceRole role, String reason) {
        Instant now = clock.instant();
        return proposals
                .lock(id)
                .map(proposal -> veto(proposal, new Stop(callerId, role, reason), now))
                .orElseGet(() -> new LifecycleOutcome.Gone(id));
    }

    /** Who stops a proposal and why; the role is null where it was not asked for. */
    private record Stop(UUID callerId, @Nullable SpaceRole role, String reason) {
        boolean moderates() {
            return role != null && role.moderates();
        }

        boolean mayVeto(@Nullable Terms terms) {
            return role != null && terms != null && terms.vetoRoles().contains(role);
        }
    }

    private LifecycleOutcome publish(
            Proposal draft, IfMatch expected, SpaceSettings settings, Instant now) {
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
        if (!errors.isEmpty()) {
            return new LifecycleOutcome.SchedulePassed(errors);
        }
        Optional<Problem> refusal = checks.refuse(draft, settings, now);
        if (refusal.isPresent()) {
            return new LifecycleOutcome.Refused(refusal.get());
        }
        return switch (Systems.rulesOf(wording, settings.settings().defaultRules())) {
            case Parsed.Accepted<Rules>(Rules rules) ->
                    freeze(draft, rules, Terms.of(settings), window.start(), now);
            case Parsed.Refused<Rules>(List<Fault> faults) ->
                    new LifecycleOutcome.Refused(PublishChecks.unfitRules(faults));
        };
    }

    private LifecycleOutcome freeze(
            Proposal draft, Rules rules, Terms terms, Instant startsAt, Instant now) {
        Terms agreed = terms.withDelay(draft.plan().delaySeconds());
        if (agreed.signOffs() > 0) {
            draft.askForSignatures(rules, agreed, now);
            events.signingOpened(draft, agreed, now);
            return moved(draft, Transition.SIGNING, now);
        }
        draft.publish(rules, agreed, startsAt, now);
        events.published(draft, rules, startsAt, now);
        return moved(draft, Transition.PUBLISHED, now);
    }

    /**
     * Signs the proposal in the name of a member who has been found to have {@code role}; the last
     * signature that it takes puts it to the vote.
     */
    @Transactional
    public LifecycleOutcome sign(UUID id, UUID callerId, @Nullable SpaceRole role) {
        Instant now = clock.instant();
        return proposals
                .lock(id)
                .map(proposal -> sign(proposal, callerId, role, now))
                .orElseGet(() -> new LifecycleOutcome.Gone(id));
    }

    /** Takes the caller's signature back, as long as there are not enough. */
    @Transactional
    public LifecycleOutcome unsign(UUID id, UUID callerId) {
        Instant now = clock.instant();
        return proposals
                .lock(id)
                .map(proposal -> unsign(proposal, callerId, now))
                .orElseGet(() -> new LifecycleOutcome.Gone(id));
    }

    private LifecycleOutcome sign(
            Proposal proposal, UUID callerId, @Nullable SpaceRole role, Instant now) {
        Terms terms = proposal.terms();
        if (proposal.status() != ProposalStatus.SIGNING || terms == null) {
            return new LifecycleOutcome.WrongState(view(proposal, now));
        }
        if (proposal.authorId().equals(callerId)) {
            return new LifecycleOutcome.Refused(
                    ProposalProblem.OWN_PROPOSAL.with("Others must sign it."));
        }
        if (role == null || !role.isAtLeast(terms.signRole())) {
            return new LifecycleOutcome.Refused(
                    PlatformProblem.FORBIDDEN.with(
                            "To sign here takes the role " + terms.signRole() + "."));
        }
        Instant start = proposal.wording().startsAt();
        VotingWindow window =
                VotingWindow.at(
                        now,
                        start == null || start.isBefore(now) ? null : start,
                        proposal.wording().endsAt());
        List<FieldError> errors = window.errors(now, config);
        if (!errors.isEmpty()) {
            return new LifecycleOutcome.SchedulePassed(errors);
        }
        int signed = proposals.sign(proposal.id(), callerId, now);
        proposal.countSignatures(signed, now);
        if (signed < terms.signOffs()) {
            return moved(proposal, Transition.SIGNED, now);
        }
        proposal.openSigned(window.start(), now);
        events.published(proposal, Systems.rulesOf(proposal.wording()), window.start(), now);
        return moved(proposal, Transition.PUBLISHED, now);
    }

    private LifecycleOutcome unsign(Proposal proposal, UUID callerId, Instant now) {
        if (proposal.status() != ProposalStatus.SIGNING) {
            return new LifecycleOutcome.WrongState(view(proposal, now));
        }
        proposal.countSignatures(proposals.unsign(proposal.id(), callerId), now);
        return moved(proposal, Transition.SIGNED, now);
    }

    private LifecycleOutcome cancel(Proposal proposal, Stop request, Instant now) {
        boolean own = proposal.authorId().equals(request.callerId());
        if (!own && !request.moderates() && !request.mayVeto(proposal.terms())) {
            return isStoppable(proposal.stateAt(now))
                    ? new LifecycleOutcome.NotAllowed()
                    : new LifecycleOutcome.WrongState(view(proposal, now));
        }
        boolean open =
                switch (proposal.stateAt(now)) {
                    case SIGNING, PENDING -> true;
                    case ACTIVE, TALLYING, HELD ->
                            request.moderates() || request.mayVeto(proposal.terms());
                    case CHALLENGE, QUEUED, EXECUTED_WITH_ERRORS ->
                            request.mayVeto(proposal.terms());
                    case DRAFT,
                            COMPLETED,
                            DEFEATED,
                            NO_QUORUM,
                            TIED,
                            SURVEY_DONE,
                            VETOED,
                            EXECUTED,
                            EXPIRED,
                            CANCELED ->
                            false;
                };
        if (!open) {
            return new LifecycleOutcome.WrongState(view(proposal, now));
        }
        if (proposal.isLeasedAt(now)) {
            return new LifecycleOutcome.UnderWay();
        }
        proposal.cancel(request.callerId(), request.reason(), now);
        events.canceled(proposal, request.callerId(), request.reason(), now);
        return moved(proposal, Transition.CANCELED, now);
    }

    private static boolean isStoppable(ProposalState state) {
        return switch (state) {
            case SIGNING,
                    PENDING,
                    ACTIVE,
                    TALLYING,
                    HELD,
                    CHALLENGE,
                    QUEUED,
                    EXECUTED_WITH_ERRORS ->
                    true;
            case DRAFT,
                    COMPLETED,
                    DEFEATED,
                    NO_QUORUM,
                    TIED,
                    SURVEY_DONE,
                    VETOED,
                    EXECUTED,
                    EXPIRED,
                    CANCELED ->
                    false;
        };
    }

    private LifecycleOutcome veto(Proposal proposal, Stop request, Instant now) {
        if (!request.mayVeto(proposal.terms())) {
            return new LifecycleOutcome.NotAllowed();
        }
        ProposalState state = proposal.stateAt(now);
        if (state != ProposalState.CHALLENGE && state != ProposalState.QUEUED) {
            return new LifecycleOutcome.WrongState(view(proposal, now));
        }
        if (proposal.isLeasedAt(now)) {
            return new LifecycleOutcome.UnderWay();
        }
        proposal.veto(request.callerId(), request.reason(), now);
        events.vetoed(proposal, request.callerId(), request.reason(), now);
        return moved(proposal, Transition.VETOED, now);
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
