package com.rechain.dao.proposal.proposal.lifecycle;

import com.rechain.dao.platform.problem.FieldError;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.proposal.ProposalConfig;
import com.rechain.dao.proposal.ProposalProblem;
import com.rechain.dao.proposal.proposal.Proposal;
import com.rechain.dao.proposal.proposal.ProposalRepository;
import com.rechain.dao.proposal.proposal.ProposalStatus;
import com.rechain.dao.proposal.proposal.Terms;
import com.rechain.dao.proposal.proposal.Transition;
import com.rechain.dao.proposal.proposal.VotingWindow;
import com.rechain.dao.proposal.space.SpaceRole;
import com.rechain.dao.tally.rules.Rules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Signing before the vote. Each move is one transaction with its event. */
@ApplicationScoped
public class ProposalSigning {
    private final Moves moves;
    private final ProposalRepository proposals;
    private final ProposalEvents events;
    private final ProposalConfig config;

    ProposalSigning(
            Moves moves,
            ProposalRepository proposals,
            ProposalEvents events,
            ProposalConfig config) {
        this.moves = moves;
        this.proposals = proposals;
        this.events = events;
        this.config = config;
    }

    /**
     * Signs the proposal in the name of a member who has been found to have {@code role}; the last
     * signature that it takes puts it to the vote.
     */
    @Transactional
    public LifecycleOutcome sign(UUID id, UUID callerId, @Nullable SpaceRole role) {
        return moves.locked(id, (proposal, now) -> sign(proposal, callerId, role, now));
    }

    /** Takes the caller's signature back, as long as there are not enough. */
    @Transactional
    public LifecycleOutcome unsign(UUID id, UUID callerId) {
        return moves.locked(id, (proposal, now) -> unsign(proposal, callerId, now));
    }

    private LifecycleOutcome sign(
            Proposal proposal, UUID callerId, @Nullable SpaceRole role, Instant now) {
        Terms terms = proposal.enactment().terms();
        if (proposal.status() != ProposalStatus.SIGNING || terms == null) {
            return Moves.wrongState(proposal, now);
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
            return moves.done(proposal, Transition.SIGNED, now);
        }
        proposal.openSigned(window.start(), now);
        events.published(proposal, frozenRules(proposal), window.start(), now);
        return moves.done(proposal, Transition.PUBLISHED, now);
    }

    private LifecycleOutcome unsign(Proposal proposal, UUID callerId, Instant now) {
        if (proposal.status() != ProposalStatus.SIGNING) {
            return Moves.wrongState(proposal, now);
        }
        proposal.countSignatures(proposals.unsign(proposal.id(), callerId), now);
        return moves.done(proposal, Transition.SIGNED, now);
    }

    private static Rules frozenRules(Proposal proposal) {
        return Rules.parse(Objects.requireNonNull(proposal.wording().rules(), "frozen rules"))
                .orElseThrow();
    }
}
