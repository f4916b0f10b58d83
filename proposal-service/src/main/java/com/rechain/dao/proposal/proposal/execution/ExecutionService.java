package com.rechain.dao.proposal.proposal.execution;

import com.rechain.dao.proposal.ProposalConfig;
import com.rechain.dao.proposal.proposal.Proposal;
import com.rechain.dao.proposal.proposal.ProposalMoved;
import com.rechain.dao.proposal.proposal.ProposalRepository;
import com.rechain.dao.proposal.proposal.ProposalStatus;
import com.rechain.dao.proposal.proposal.Timelock;
import com.rechain.dao.proposal.proposal.Transition;
import com.rechain.dao.proposal.proposal.action.Action;
import com.rechain.dao.proposal.proposal.lifecycle.ProposalEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Decides what is carried out next and notes what came of it. Each method is one transaction under
 * the proposal's lock; between two of them a lease keeps other instances, and vetoes, away.
 */
@ApplicationScoped
public class ExecutionService {
    private static final int MOST_DOUBLINGS = 10;

    private final ProposalRepository proposals;
    private final ActionRepository actions;
    private final ProposalEvents events;
    private final ProposalConfig.Execution config;
    private final Clock clock;
    private final Event<ProposalMoved> moved;

    ExecutionService(
            ProposalRepository proposals,
            ActionRepository actions,
            ProposalEvents events,
            ProposalConfig config,
            Clock clock,
            Event<ProposalMoved> moved) {
        this.proposals = proposals;
        this.actions = actions;
        this.events = events;
        this.config = config.execution();
        this.clock = clock;
        this.moved = moved;
    }

    /** The actions of a proposal that has just succeeded wait from now on. */
    void list(@Observes ProposalMoved concluded) {
        if (concluded.transition() == Transition.CONCLUDED) {
            Proposal proposal = proposals.findById(concluded.proposalId());
            if (proposal.status() == ProposalStatus.TIMELOCKED) {
                actions.add(proposal.id(), proposal.plan().actions().size());
            }
        }
    }

    /** A proposal that nobody but the caller carries out until then. */
    record Claim(UUID proposalId, Instant leasedUntil) {}

    /** What one look at the due proposals did: how many there were, and which are to be run. */
    record Look(int due, List<Claim> claims) {}

    /** Leases due proposals to the caller, and announces those that have expired. */
    @Transactional
    Look claimDue() {
        Instant now = clock.instant();
        List<Proposal> due =
                new ArrayList<>(
                        proposals.lockDueExecutions(
                                ProposalStatus.TIMELOCKED, now, config.parallel()));
        due.addAll(proposals.lockDueExecutions(ProposalStatus.FALTERED, now, config.parallel()));
        List<Claim> claims =
                due.stream()
                        .map(proposal -> claim(proposal, now))
                        .flatMap(Optional::stream)
                        .toList();
        return new Look(due.size(), claims);
    }

    /** The next thing to do under {@code claim}; empty when there is none, which ends the lease. */
    @Transactional
    Optional<Step> next(Claim claim) {
        Instant now = clock.instant();
        Proposal proposal = proposals.lock(claim.proposalId()).orElseThrow();
        if (!proposal.lease().isHeldUntil(claim.leasedUntil())) {
            return Optional.empty();
        }
        Optional<ActionRow> first = firstOpen(proposal);
        if (first.isEmpty()) {
            finish(proposal, now);
            return Optional.empty();
        }
        if (!isOpen(proposal, now)) {
            return Optional.empty();
        }
        ActionRow row = first.get();
        if (isUpToPeople(proposal, row)) {
            leaveToPeople(proposal, now);
            return Optional.empty();
        }
        Instant until = now.plus(config.lease());
        proposal.lease(until, now);
        int attempt = actions.begin(proposal.id(), row.position(), now);
        return Optional.of(
                new Step(
                        proposal.identity(),
                        proposal.wording().title(),
                        Objects.requireNonNull(proposal.enactment().actionsHash()),
                        action(proposal, row),
                        row.position(),
                        row.executionId(),
                        attempt,
                        row.tries() + 1,
                        until));
    }

    /**
     * Notes what came of {@code step}.
     *
     * @return under what the next action may follow at once; empty when nothing does
     */
    @Transactional
    Optional<Claim> note(Step step, ActionResult result) {
        Instant now = clock.instant();
        Proposal proposal = proposals.lock(step.proposalId()).orElseThrow();
        actions.end(step, result, now);
        if (result instanceof ActionResult.Done) {
            // Done is done, whoever holds the lease by now.
            actions.done(step.proposalId(), step.position(), null, null, now);
        }
        if (!proposal.lease().isHeldUntil(step.leasedUntil())) {
            return Optional.empty();
        }
        return switch (result) {
            case ActionResult.Done _ when isUpToPeople(proposal) -> {
                leaveToPeople(proposal, now);
                yield Optional.empty();
            }
            case ActionResult.Done _ -> Optional.of(new Claim(proposal.id(), step.leasedUntil()));
            case ActionResult.Unsure _ when step.tries() < config.tries() -> {
                proposal.wakeAt(earlier(now.plus(wait(step.tries())), proposal), now);
                yield Optional.empty();
            }
            case ActionResult.Unsure(String detail) -> {
                falter(proposal, step, detail, now);
                yield Optional.empty();
            }
            case ActionResult.Refused(String detail) -> {
                falter(proposal, step, detail, now);
                yield Optional.empty();
            }
        };
    }

    private Optional<Claim> claim(Proposal proposal, Instant now) {
        Timelock lock = lock(proposal);
        if (!now.isBefore(lock.expiresAt()) && firstOpen(proposal).isEmpty()) {
            // The last action was begun in time.
            finish(proposal, now);
            return Optional.empty();
        }
        if (!now.isBefore(lock.expiresAt())) {
            proposal.wakeAt(null, now);
            events.expired(proposal, lock.expiresAt());
            fire(proposal, Transition.EXPIRED);
            return Optional.empty();
        }
        if (!isPredecessorDone(proposal)) {
            proposal.wakeAt(earlier(now.plus(config.backoff()), proposal), now);
            return Optional.empty();
        }
        if (isUpToPeople(proposal)) {
            leaveToPeople(proposal, now);
            return Optional.empty();
        }
        Instant until = now.plus(config.lease());
        proposal.lease(until, now);
        return Optional.of(new Claim(proposal.id(), until));
    }

    private boolean isPredecessorDone(Proposal proposal) {
        UUID predecessor = proposal.plan().predecessorId();
        return predecessor == null || proposals.isFulfilled(predecessor);
    }

    private Optional<ActionRow> firstOpen(Proposal proposal) {
        return actions.of(proposal.id()).stream()
                .filter(row -> row.status() != ActionStatus.DONE)
                .findFirst();
    }

    /** Whether nothing is carried out before people have done something or asked for it. */
    private boolean isUpToPeople(Proposal proposal) {
        return firstOpen(proposal).filter(row -> isUpToPeople(proposal, row)).isPresent();
    }

    private static boolean isUpToPeople(Proposal proposal, ActionRow row) {
        return row.status() == ActionStatus.FAILED
                || action(proposal, row) instanceof Action.Manual;
    }

    private static Action action(Proposal proposal, ActionRow row) {
        return proposal.plan().actions().get(row.position() - 1);
    }

    /** Without a lease: what people do, a veto too, must not be refused as if an action ran. */
    private static void leaveToPeople(Proposal proposal, Instant now) {
        proposal.wakeAt(lock(proposal).expiresAt(), now);
    }

    private void finish(Proposal proposal, Instant now) {
        proposal.execute(now);
        events.executed(proposal, now);
        fire(proposal, Transition.EXECUTED);
    }

    private void falter(Proposal proposal, Step step, String detail, Instant now) {
        actions.fail(proposal.id(), step.position());
        proposal.falter(now);
        events.executionFailed(proposal, step.position(), detail, now);
        fire(proposal, Transition.FALTERED);
    }

    private void fire(Proposal proposal, Transition transition) {
        moved.fire(new ProposalMoved(proposal.id(), proposal.spaceId(), transition));
    }

    private static boolean isOpen(Proposal proposal, Instant now) {
        return proposal.status().isPendingExecution() && lock(proposal).isOpenAt(now);
    }

    private Duration wait(int tries) {
        return config.backoff().multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLINGS));
    }

    private static Instant earlier(Instant wanted, Proposal proposal) {
        Instant expiresAt = lock(proposal).expiresAt();
        return wanted.isBefore(expiresAt) ? wanted : expiresAt;
    }

    private static Timelock lock(Proposal proposal) {
        return Objects.requireNonNull(proposal.timelock(), "a timelock");
    }
}
