package com.rechain.dao.proposal.proposal.execution;

import com.rechain.dao.proposal.proposal.Proposal;
import com.rechain.dao.proposal.proposal.ProposalRepository;
import com.rechain.dao.proposal.proposal.ProposalRow;
import com.rechain.dao.proposal.proposal.Timelock;
import com.rechain.dao.proposal.proposal.action.Action;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people do to an execution; the caller has been found to be an admin. */
@ApplicationScoped
public class ManualExecution {
    private final ProposalRepository proposals;
    private final ActionRepository actions;
    private final Clock clock;

    ManualExecution(ProposalRepository proposals, ActionRepository actions, Clock clock) {
        this.proposals = proposals;
        this.actions = actions;
        this.clock = clock;
    }

    /** How the actions of {@code row} stand. */
    ExecutionView view(ProposalRow row) {
        return ExecutionView.of(
                row, actions.of(row.id()), actions.attempts(row.id()), clock.instant());
    }

    /** Sets the actions that are not done going again, at once. */
    @Transactional
    ExecutionOutcome retry(UUID id) {
        Instant now = clock.instant();
        Proposal proposal = proposals.lock(id).orElse(null);
        if (proposal == null) {
            return new ExecutionOutcome.Gone(id);
        }
        Optional<ExecutionOutcome> refusal = refuse(proposal, now);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        actions.retry(id);
        return wake(proposal, now);
    }

    /** Notes that people have done the action at {@code position}. */
    @Transactional
    ExecutionOutcome done(UUID id, int position, UUID by, String note) {
        Instant now = clock.instant();
        Proposal proposal = proposals.lock(id).orElse(null);
        if (proposal == null) {
            return new ExecutionOutcome.Gone(id);
        }
        Optional<ExecutionOutcome> refusal = refuse(proposal, now);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (!isTurnOf(proposal, position)) {
            return new ExecutionOutcome.NotItsTurn(position);
        }
        actions.done(id, position, by, note, now);
        return wake(proposal, now);
    }

    private Optional<ExecutionOutcome> refuse(Proposal proposal, Instant now) {
        Timelock lock = proposal.timelock();
        if (!proposal.status().isPendingExecution() || lock == null || !lock.isOpenAt(now)) {
            return Optional.of(
                    new ExecutionOutcome.NotOpen(proposal.stateAt(now), etaAhead(proposal, now)));
        }
        UUID predecessor = proposal.plan().predecessorId();
        if (predecessor != null && !proposals.isFulfilled(predecessor)) {
            return Optional.of(new ExecutionOutcome.Waits(proposal.stateAt(now), predecessor));
        }
        return proposal.lease().isHeldAt(now)
                ? Optional.of(new ExecutionOutcome.UnderWay())
                : Optional.empty();
    }

    private static @Nullable Instant etaAhead(Proposal proposal, Instant now) {
        Timelock lock = proposal.timelock();
        return proposal.status().isPendingExecution() && lock != null && now.isBefore(lock.eta())
                ? lock.eta()
                : null;
    }

    private boolean isTurnOf(Proposal proposal, int position) {
        List<Action> plan = proposal.plan().actions();
        return position >= 1
                && position <= plan.size()
                && plan.get(position - 1) instanceof Action.Manual
                && actions.of(proposal.id()).stream()
                        .filter(row -> row.status() != ActionStatus.DONE)
                        .findFirst()
                        .filter(row -> row.position() == position)
                        .isPresent();
    }

    /** The scheduler looks at it next: it goes on with what follows, or finds that nothing does. */
    private ExecutionOutcome wake(Proposal proposal, Instant now) {
        proposal.wakeAt(now, now);
        proposals.flush();
        return new ExecutionOutcome.Moved(view(ProposalRow.of(proposal)));
    }
}
