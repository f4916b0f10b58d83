package com.rechain.dao.proposal.proposal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposal's row as read, whole and unchangeable: from an entity on the primary or by JDBC from
 * the replica.
 */
public record ProposalRow(
        Proposal.Identity identity,
        String kind,
        Wording wording,
        @Nullable String rulesHash,
        Timeline timeline,
        History history,
        Revisions revisions,
        Enactment enactment,
        @Nullable MovedEnd movedEnd,
        Links links) {

    /** The present content of {@code proposal}, whose changes must have been flushed. */
    public static ProposalRow of(Proposal proposal) {
        return new ProposalRow(
                proposal.identity(),
                proposal.kind(),
                proposal.wording(),
                proposal.rulesHash(),
                proposal.timeline(),
                proposal.history(),
                proposal.revisions(),
                proposal.enactment(),
                proposal.movedEnd(),
                proposal.links());
    }

    public UUID id() {
        return identity.id();
    }

    public UUID spaceId() {
        return identity.spaceId();
    }

    public boolean isDraft() {
        return timeline.status() == ProposalStatus.DRAFT;
    }

    public boolean isWrittenBy(@Nullable UUID userId) {
        return identity.authorId().equals(userId);
    }

    /** How the vote ended; null until that is certified. */
    public @Nullable ProposalOutcome certifiedOutcome() {
        ProposalOutcome outcome = timeline.outcome();
        return outcome != null && outcome.isFinal() ? outcome : null;
    }

    /** The state at {@code now}. */
    public ProposalState stateAt(Instant now) {
        return ProposalState.at(timeline, now);
    }
}
