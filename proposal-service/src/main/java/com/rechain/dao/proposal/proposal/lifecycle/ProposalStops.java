package com.rechain.dao.proposal.proposal.lifecycle;

import com.rechain.dao.proposal.proposal.Proposal;
import com.rechain.dao.proposal.proposal.ProposalState;
import com.rechain.dao.proposal.proposal.Terms;
import com.rechain.dao.proposal.proposal.Transition;
import com.rechain.dao.proposal.space.SpaceRole;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stopping a proposal, with a public reason. Each move is one transaction with its event. */
@ApplicationScoped
public class ProposalStops {
    private final Moves moves;
    private final ProposalEvents events;

    ProposalStops(Moves moves, ProposalEvents events) {
        this.moves = moves;
        this.events = events;
    }

    /**
     * Cancels a published proposal: its author until voting has begun, moderators until it is
     * concluded, those who may veto until its actions are carried out.
     */
    @Transactional
    public LifecycleOutcome cancel(
            UUID id, UUID callerId, @Nullable SpaceRole role, String reason) {
        return moves.locked(
                id, (proposal, now) -> cancel(proposal, new Stop(callerId, role, reason), now));
    }

    /**
     * Stops a proposal that has succeeded before its actions are carried out: for those whom its
     * terms name.
     */
    @Transactional
    public LifecycleOutcome veto(UUID id, UUID callerId, @Nullable SpaceRole role, String reason) {
        return moves.locked(
                id, (proposal, now) -> veto(proposal, new Stop(callerId, role, reason), now));
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

    private LifecycleOutcome cancel(Proposal proposal, Stop request, Instant now) {
        boolean own = proposal.authorId().equals(request.callerId());
        if (!own && !request.moderates() && !request.mayVeto(proposal.enactment().terms())) {
            return isStoppable(proposal.stateAt(now))
                    ? new LifecycleOutcome.NotAllowed(whoCancels(proposal))
                    : Moves.wrongState(proposal, now);
        }
        boolean open =
                switch (proposal.stateAt(now)) {
                    case SIGNING, PENDING -> true;
                    case ACTIVE, TALLYING, HELD ->
                            request.moderates() || request.mayVeto(proposal.enactment().terms());
                    case CHALLENGE, QUEUED, EXECUTED_WITH_ERRORS ->
                            request.mayVeto(proposal.enactment().terms());
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
            return Moves.wrongState(proposal, now);
        }
        if (proposal.lease().isHeldAt(now)) {
            return new LifecycleOutcome.UnderWay();
        }
        proposal.cancel(request.callerId(), request.reason(), now);
        events.canceled(proposal, request.callerId(), request.reason(), now);
        return moves.done(proposal, Transition.CANCELED, now);
    }

    private static String whoCancels(Proposal proposal) {
        return "Its author may cancel it until voting begins; guardians, moderators, admins and owners"
                + " until it is decided; who may veto it, until its actions are executed: %s."
                        .formatted(vetoRoles(proposal));
    }

    private static String whoVetoes(Proposal proposal) {
        return "It may be vetoed by the roles that were named when it was published: %s."
                .formatted(vetoRoles(proposal));
    }

    private static String vetoRoles(Proposal proposal) {
        Terms terms = proposal.enactment().terms();
        return terms == null || terms.vetoRoles().isEmpty()
                ? "none"
                : terms.vetoRoles().stream()
                        .sorted()
                        .map(SpaceRole::name)
                        .collect(Collectors.joining(", "));
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
        if (!request.mayVeto(proposal.enactment().terms())) {
            return new LifecycleOutcome.NotAllowed(whoVetoes(proposal));
        }
        ProposalState state = proposal.stateAt(now);
        if (state != ProposalState.CHALLENGE && state != ProposalState.QUEUED) {
            return Moves.wrongState(proposal, now);
        }
        if (proposal.lease().isHeldAt(now)) {
            return new LifecycleOutcome.UnderWay();
        }
        proposal.veto(request.callerId(), request.reason(), now);
        events.vetoed(proposal, request.callerId(), request.reason(), now);
        return moves.done(proposal, Transition.VETOED, now);
    }
}
