package com.rechain.dao.proposal.proposal.execution;

import com.rechain.dao.platform.http.Unavailability;
import com.rechain.dao.proposal.proposal.execution.ExecutionService.Claim;
import com.rechain.dao.proposal.proposal.execution.ExecutionService.Look;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/** Looks every second, in every instance, for proposals to be carried out, and does so. */
@ApplicationScoped
public class ExecutionScheduler {
    private static final Logger LOG = Logger.getLogger(ExecutionScheduler.class);

    private final ExecutionService executions;
    private final ActionRunner runner;
    private volatile boolean stopping;

    ExecutionScheduler(ExecutionService executions, ActionRunner runner) {
        this.executions = executions;
        this.runner = runner;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @Scheduled(
            every = "${dao.proposal.scheduler.every:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        try {
            while (!stopping && runDue() > 0) {
                // Whatever is due now, is due now.
            }
        } catch (RuntimeException e) {
            unlessAway(e);
        }
    }

    private int runDue() {
        Look look = executions.claimDue();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            look.claims().forEach(claim -> each.execute(() -> run(claim)));
        }
        return look.due();
    }

    /** Carries out one action after another until one is not done, or none is left. */
    private void run(Claim first) {
        try {
            Optional<Claim> claim = Optional.of(first);
            while (claim.isPresent() && !stopping) {
                Optional<Step> step = executions.next(claim.get());
                claim = step.flatMap(given -> executions.note(given, runner.run(given)));
            }
        } catch (RuntimeException e) {
            // The lease ends by itself, and then somebody goes on.
            unlessAway(e);
        }
    }

    private static void unlessAway(RuntimeException e) {
        if (Unavailability.isCauseOf(e)) {
            LOG.warnf("actions are carried out when the database is back: %s", e.toString());
        } else {
            LOG.error("an execution broke off", e);
        }
    }
}
