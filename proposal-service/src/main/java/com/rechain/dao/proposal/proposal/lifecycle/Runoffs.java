package com.rechain.dao.proposal.proposal.lifecycle;

import com.rechain.dao.platform.event.PoisonEventException;
import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.proposal.proposal.Proposal;
import com.rechain.dao.proposal.proposal.ProposalMoved;
import com.rechain.dao.proposal.proposal.ProposalRepository;
import com.rechain.dao.proposal.proposal.Runoff;
import com.rechain.dao.proposal.proposal.Transition;
import com.rechain.dao.proposal.proposal.draft.VersionRepository;
import com.rechain.dao.tally.rules.Rules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Publishes the runoff of a tie, in the transaction that records the tie: so there is one. */
@ApplicationScoped
public class Runoffs {
    private final ProposalRepository proposals;
    private final VersionRepository versions;
    private final ProposalEvents events;
    private final Event<ProposalMoved> moved;

    Runoffs(
            ProposalRepository proposals,
            VersionRepository versions,
            ProposalEvents events,
            Event<ProposalMoved> moved) {
        this.proposals = proposals;
        this.versions = versions;
        this.events = events;
        this.moved = moved;
    }

    /**
     * Publishes the runoff of {@code tied}, if its frozen rules call for one. The space's settings
     * are not asked again: it is the same decision, under the same terms.
     *
     * @param options the numbers of the choices that share the lead
     */
    @Transactional(TxType.MANDATORY)
    public void followUp(Proposal tied, List<Integer> options, Instant now) {
        String frozen = Objects.requireNonNull(tied.wording().rules(), "frozen rules");
        if (!Runoff.isCalledForBy(Rules.parse(frozen).orElseThrow())) {
            return;
        }
        int choices = tied.wording().choices().size();
        if (options.size() < 2 || options.stream().anyMatch(o -> o < 1 || o > choices)) {
            throw new PoisonEventException("its tied options are not those of a tie");
        }
        Proposal next = tied.runoff(Ids.next(), proposals.nextNumber(tied.spaceId()), options, now);
        proposals.persistAndFlush(next);
        Rules rules = Runoff.rules(frozen);
        next.publish(rules, Objects.requireNonNull(tied.enactment().terms(), "terms"), now, now);
        proposals.indexLabels(next);
        versions.keep(next, next.authorId(), now);
        events.published(next, rules, now, now);
        moved.fire(new ProposalMoved(next.id(), next.spaceId(), Transition.PUBLISHED));
    }
}
