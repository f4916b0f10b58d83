package com.rechain.dao.proposal.search;

import com.rechain.dao.platform.cache.Invalidations;
import com.rechain.dao.platform.cache.Tags;
import com.rechain.dao.proposal.proposal.ProposalMoved;
import com.rechain.dao.proposal.space.SpaceChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;

/** Says which cached answers a committed change has made wrong. */
@ApplicationScoped
public class ProposalChanges {
    private final Invalidations invalidations;

    ProposalChanges(Invalidations invalidations) {
        this.invalidations = invalidations;
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) ProposalMoved moved) {
        if (moved.transition().isPublic()) {
            invalidations.now(
                    List.of(
                            Tags.of(ProposalTags.PROPOSAL, moved.proposalId()),
                            Tags.of(ProposalTags.LISTS, moved.spaceId()),
                            ProposalTags.LISTS));
        }
    }

    /** A space that is not public any more shows nothing any more, at the edge neither. */
    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) SpaceChanged changed) {
        invalidations.now(
                List.of(Tags.of(ProposalTags.SPACE, changed.spaceId()), ProposalTags.LISTS));
    }
}
