package com.rechain.dao.proposal.proposal.lifecycle;

import com.rechain.dao.proposal.proposal.ProposalMoved;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Counts the committed steps of all proposals' lives. */
@ApplicationScoped
public class ProposalMetrics {
    private final MeterRegistry metrics;

    ProposalMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) ProposalMoved moved) {
        metrics.counter("dao.proposals", "transition", moved.transition().label()).increment();
    }
}
