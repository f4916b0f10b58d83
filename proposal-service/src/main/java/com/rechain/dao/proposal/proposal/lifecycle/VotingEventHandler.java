package com.rechain.dao.proposal.proposal.lifecycle;

import com.rechain.dao.platform.event.Event;
import com.rechain.dao.platform.event.EventHandler;
import com.rechain.dao.platform.event.EventPayloads;
import com.rechain.dao.platform.event.PoisonEventException;
import com.rechain.dao.proposal.proposal.MovedEnd;
import com.rechain.dao.proposal.proposal.Proposal;
import com.rechain.dao.proposal.proposal.ProposalMoved;
import com.rechain.dao.proposal.proposal.ProposalOutcome;
import com.rechain.dao.proposal.proposal.ProposalRepository;
import com.rechain.dao.proposal.proposal.ProposalStatus;
import com.rechain.dao.proposal.proposal.Timelock;
import com.rechain.dao.proposal.proposal.Transition;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Moves proposals as voting-service reports: the electorate is frozen, the result is certified. */
@ApplicationScoped
public class VotingEventHandler implements EventHandler {
    private static final String READY = "electorate.ready.v1";
    private static final String CERTIFIED = "result.certified.v1";
    private static final String MOVED = "vote.window-moved.v1";

    private final ProposalRepository proposals;
    private final StartAnnouncer starts;
    private final Runoffs runoffs;
    private final ProposalEvents events;
    private final EventPayloads payloads;
    private final Clock clock;
    private final jakarta.enterprise.event.Event<ProposalMoved> moved;

    VotingEventHandler(
            ProposalRepository proposals,
            StartAnnouncer starts,
            Runoffs runoffs,
            ProposalEvents events,
            EventPayloads payloads,
            Clock clock,
            jakarta.enterprise.event.Event<ProposalMoved> moved) {
        this.proposals = proposals;
        this.starts = starts;
        this.runoffs = runoffs;
        this.events = events;
        this.payloads = payloads;
        this.clock = clock;
        this.moved = moved;
    }

    /** What is read of {@code electorate.ready.v1}. */
    record ElectorateReady(@Nullable UUID proposalId, @Nullable Instant readyAt) {}

    /** What is read of {@code result.certified.v1}. */
    record ResultCertified(
            @Nullable UUID proposalId,
            @Nullable ProposalOutcome outcome,
            @Nullable CertifiedResult result,
            @Nullable Instant certifiedAt) {}

    /** What is read of the certified document. */
    record CertifiedResult(@Nullable List<Integer> tied) {}

    /** Why a vote's end moved. */
    enum MoveReason {
        EXTENDED,
        DECIDED,
        SUPER_QUORUM
    }

    /** What is read of {@code vote.window-moved.v1}. */
    record WindowMoved(
            @Nullable UUID proposalId,
            @Nullable Instant endsAt,
            @Nullable MoveReason reason,
            @Nullable Instant movedAt) {}

    @Override
    public Set<String> types() {
        return Set.of(READY, CERTIFIED, MOVED);
    }

    @Override
    public void handle(Event event) {
        switch (event.type()) {
            case READY -> becomeReady(payloads.read(event, ElectorateReady.class));
            case CERTIFIED -> conclude(payloads.read(event, ResultCertified.class));
            case MOVED -> moveEnd(payloads.read(event, WindowMoved.class));
            default -> throw new IllegalArgumentException(event.type());
        }
    }

    private void becomeReady(ElectorateReady ready) {
        Instant readyAt = required(ready.readyAt(), "readyAt").truncatedTo(ChronoUnit.MICROS);
        Proposal proposal = locked(ready.proposalId());
        if (proposal.status() != ProposalStatus.PUBLISHED
                || proposal.timeline().electorateReadyAt() != null) {
            return;
        }
        Instant now = clock.instant();
        proposal.becomeReady(readyAt, now);
        moved.fire(new ProposalMoved(proposal.id(), proposal.spaceId(), Transition.READY));
        starts.announceIfDue(proposal, now);
    }

    private void conclude(ResultCertified result) {
        ProposalOutcome outcome = required(result.outcome(), "outcome");
        Instant certifiedAt =
                required(result.certifiedAt(), "certifiedAt").truncatedTo(ChronoUnit.MICROS);
        Proposal proposal = locked(result.proposalId());
        if (proposal.status() != ProposalStatus.PUBLISHED) {
            return;
        }
        if (outcome.isFinal()) {
            // Certified means it was open, even where our clock is a little behind
            // voting-service's.
            Instant now = clock.instant();
            starts.announceIfDue(proposal, now.isBefore(certifiedAt) ? certifiedAt : now);
            proposal.conclude(outcome, certifiedAt, clock.instant());
            events.concluded(proposal, outcome, certifiedAt);
            Timelock lock = proposal.timelock();
            if (lock != null) {
                events.queued(proposal, lock);
            }
            if (outcome == ProposalOutcome.TIED) {
                runoffs.followUp(proposal, tied(result), clock.instant());
            }
            moved.fire(new ProposalMoved(proposal.id(), proposal.spaceId(), Transition.CONCLUDED));
        } else if (proposal.timeline().outcome() == null) {
            proposal.hold(clock.instant());
            moved.fire(new ProposalMoved(proposal.id(), proposal.spaceId(), Transition.HELD));
        }
    }

    private static List<Integer> tied(ResultCertified result) {
        CertifiedResult document = result.result();
        return document == null || document.tied() == null ? List.of() : document.tied();
    }

    private void moveEnd(WindowMoved move) {
        Instant endsAt = required(move.endsAt(), "endsAt").truncatedTo(ChronoUnit.MICROS);
        Instant movedAt = required(move.movedAt(), "movedAt").truncatedTo(ChronoUnit.MICROS);
        MoveReason reason = required(move.reason(), "reason");
        Proposal proposal = locked(move.proposalId());
        MovedEnd before = proposal.movedEnd();
        boolean running =
                proposal.status() == ProposalStatus.PUBLISHED
                        && proposal.timeline().outcome() == null;
        if (!running || (before != null && !movedAt.isAfter(before.decidedAt()))) {
            return;
        }
        Instant now = clock.instant();
        // The vote was open when its end moved; whoever listens hears of that first.
        starts.announceIfDue(proposal, now.isBefore(movedAt) ? movedAt : now);
        proposal.moveEnd(endsAt, movedAt, now);
        events.extended(proposal, endsAt, reason.name(), movedAt);
        moved.fire(new ProposalMoved(proposal.id(), proposal.spaceId(), Transition.EXTENDED));
    }

    private Proposal locked(@Nullable UUID proposalId) {
        UUID id = required(proposalId, "proposalId");
        return proposals
                .lock(id)
                .orElseThrow(() -> new PoisonEventException("there is no proposal " + id));
    }

    private static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw new PoisonEventException("it has no " + field);
        }
        return value;
    }
}
