package com.rechain.dao.proposal.proposal.lifecycle;

import com.rechain.dao.platform.problem.FieldError;
import com.rechain.dao.platform.problem.Problem;
import com.rechain.dao.proposal.ProposalConfig;
import com.rechain.dao.proposal.proposal.IfMatch;
import com.rechain.dao.proposal.proposal.Proposal;
import com.rechain.dao.proposal.proposal.ProposalStatus;
import com.rechain.dao.proposal.proposal.Runoff;
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
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Publishing, in one transaction with its event. */
@ApplicationScoped
public class ProposalLifecycle {
    private final Moves moves;
    private final ProposalEvents events;
    private final PublishChecks checks;
    private final ProposalConfig config;

    ProposalLifecycle(
            Moves moves, ProposalEvents events, PublishChecks checks, ProposalConfig config) {
        this.moves = moves;
        this.events = events;
        this.checks = checks;
        this.config = config;
    }

    /**
     * Publishes the draft: from here on its wording and rules are frozen. The caller has been found
     * to be its author, who has the role {@code author} in the space.
     */
    @Transactional
    public LifecycleOutcome publish(
            UUID id, IfMatch expected, SpaceRole author, SpaceSettings settings) {
        return moves.locked(
                id, (proposal, now) -> publish(proposal, expected, author, settings, now));
    }

    private LifecycleOutcome publish(
            Proposal draft,
            IfMatch expected,
            SpaceRole author,
            SpaceSettings settings,
            Instant now) {
        if (draft.status() != ProposalStatus.DRAFT) {
            return Moves.wrongState(draft, now);
        }
        String etag = Moves.view(draft, now).etag();
        if (!expected.accepts(etag)) {
            return new LifecycleOutcome.Stale(etag);
        }
        Wording wording = draft.wording();
        VotingWindow window = VotingWindow.at(now, wording.startsAt(), wording.endsAt());
        List<FieldError> errors = window.errors(now, config);
        if (!errors.isEmpty()) {
            return new LifecycleOutcome.SchedulePassed(errors);
        }
        Optional<Problem> refusal = checks.refuse(draft, author, settings, now);
        if (refusal.isPresent()) {
            return new LifecycleOutcome.Refused(refusal.get());
        }
        return switch (Systems.rulesOf(wording, settings.settings().defaultRules())) {
            case Parsed.Accepted<Rules>(Rules rules)
                    when Runoff.isCalledForBy(rules) && !Runoff.fits(rules) ->
                    new LifecycleOutcome.Refused(PublishChecks.unfitRunoff());
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
            return moves.done(draft, Transition.SIGNING, now);
        }
        draft.publish(rules, agreed, startsAt, now);
        events.published(draft, rules, startsAt, now);
        return moves.done(draft, Transition.PUBLISHED, now);
    }
}
