package com.rechain.dao.proposal.proposal.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.platform.problem.FieldError;
import com.rechain.dao.proposal.ProposalConfig;
import com.rechain.dao.proposal.proposal.IfMatch;
import com.rechain.dao.proposal.proposal.Proposal;
import com.rechain.dao.proposal.proposal.ProposalContent;
import com.rechain.dao.proposal.proposal.ProposalMoved;
import com.rechain.dao.proposal.proposal.ProposalRepository;
import com.rechain.dao.proposal.proposal.ProposalRow;
import com.rechain.dao.proposal.proposal.ProposalStatus;
import com.rechain.dao.proposal.proposal.ProposalView;
import com.rechain.dao.proposal.proposal.Transition;
import com.rechain.dao.proposal.proposal.VotingWindow;
import com.rechain.dao.proposal.proposal.Wording;
import com.rechain.dao.proposal.proposal.action.PlanReader;
import com.rechain.dao.proposal.proposal.draft.ContentCheck.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Writing of drafts by their author, who has been admitted to the space. Each public method is one
 * transaction.
 */
@ApplicationScoped
public class DraftService {
    private final ProposalRepository proposals;
    private final VersionRepository versions;
    private final ContentPatch patches;
    private final ProposalConfig config;
    private final Clock clock;
    private final Event<ProposalMoved> moved;

    DraftService(
            ProposalRepository proposals,
            VersionRepository versions,
            ContentPatch patches,
            ProposalConfig config,
            Clock clock,
            Event<ProposalMoved> moved) {
        this.proposals = proposals;
        this.versions = versions;
        this.patches = patches;
        this.config = config;
        this.clock = clock;
        this.moved = moved;
    }

    /** Stores a new draft under the next number of its space. */
    @Transactional
    public DraftOutcome create(UUID authorId, UUID spaceId, ProposalContent content) {
        Instant now = clock.instant();
        return switch (check(content, true, now)) {
            case Verdict.Unfit(List<FieldError> errors) -> new DraftOutcome.Malformed(errors);
            case Verdict.Fit(Wording wording) ->
                    created(
                            new Proposal.Identity(
                                    Ids.next(), spaceId, proposals.nextNumber(spaceId), authorId),
                            wording,
                            now);
        };
    }

    /**
     * Applies {@code patch} to the draft.
     *
     * @throws JsonProcessingException when the patch has unknown members or wrong types; nothing is
     *     stored then
     */
    @Transactional
    public DraftOutcome edit(UUID editorId, UUID id, IfMatch expected, JsonNode patch)
            throws JsonProcessingException {
        Optional<Proposal> found = proposals.lock(id);
        Optional<DraftOutcome> refusal = refuse(found, editorId, id, expected);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Proposal draft = found.orElseThrow();
        ProposalContent before = ContentPatch.contentOf(draft.wording());
        ProposalContent after = patches.apply(patch, draft.wording()).normalized();
        Instant now = clock.instant();
        return switch (check(after, !after.hasScheduleOf(before), now)) {
            case Verdict.Unfit(List<FieldError> errors) -> new DraftOutcome.Malformed(errors);
            case Verdict.Fit(Wording wording) -> rewritten(draft, wording, editorId, now);
        };
    }

    /** Removes the draft with all its revisions: it was never anybody's but the author's. */
    @Transactional
    public DraftOutcome discard(UUID authorId, UUID id, IfMatch expected) {
        Optional<Proposal> found = proposals.lock(id);
        Optional<DraftOutcome> refusal = refuse(found, authorId, id, expected);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Proposal draft = found.orElseThrow();
        proposals.delete(draft);
        moved.fire(new ProposalMoved(id, draft.spaceId(), Transition.DISCARDED));
        return new DraftOutcome.Discarded(id);
    }

    private DraftOutcome created(Proposal.Identity identity, Wording wording, Instant now) {
        Proposal draft = Proposal.draft(identity, wording, now);
        proposals.persistAndFlush(draft);
        return written(draft, identity.authorId(), Transition.DRAFTED, now);
    }

    private DraftOutcome rewritten(Proposal draft, Wording wording, UUID editorId, Instant now) {
        draft.rewrite(wording, now);
        proposals.flush();
        return written(draft, editorId, Transition.EDITED, now);
    }

    private DraftOutcome written(
            Proposal draft, UUID editorId, Transition transition, Instant now) {
        proposals.indexLabels(draft);
        versions.keep(draft, editorId, now);
        moved.fire(new ProposalMoved(draft.id(), draft.spaceId(), transition));
        return new DraftOutcome.Written(ProposalView.of(ProposalRow.of(draft), now));
    }

    private Optional<DraftOutcome> refuse(
            Optional<Proposal> found, UUID callerId, UUID id, IfMatch expected) {
        Instant now = clock.instant();
        return found.filter(proposal -> proposal.authorId().equals(callerId))
                .map(proposal -> refuse(proposal, expected, now))
                .orElseGet(() -> Optional.of(new DraftOutcome.Hidden(id)));
    }

    private Optional<DraftOutcome> refuse(Proposal proposal, IfMatch expected, Instant now) {
        String etag = ProposalView.of(ProposalRow.of(proposal), now).etag();
        if (proposal.status() != ProposalStatus.DRAFT) {
            return Optional.of(new DraftOutcome.NotADraft(proposal.id(), proposal.stateAt(now)));
        }
        return expected.accepts(etag)
                ? Optional.empty()
                : Optional.of(new DraftOutcome.Stale(etag));
    }

    /**
     * The time of an unchanged schedule is looked at when the draft is published, not on every edit
     * before.
     */
    private Verdict check(ProposalContent content, boolean newSchedule, Instant now) {
        Verdict verdict =
                ContentCheck.check(
                        content,
                        new PlanReader(
                                host ->
                                        config.webhook()
                                                .plainHosts()
                                                .orElse(Set.of())
                                                .contains(host),
                                config.webhook().secret().isPresent()));
        if (!newSchedule || !(verdict instanceof Verdict.Fit(Wording wording))) {
            return verdict;
        }
        List<FieldError> errors =
                VotingWindow.at(now, wording.startsAt(), wording.endsAt()).errors(now, config);
        return errors.isEmpty() ? verdict : new Verdict.Unfit(errors);
    }
}
