package com.rechain.dao.voting.electorate;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;

/** Freezes electorates as their votes start. Every instance runs it. */
@ApplicationScoped
public class ElectorateScheduler {
    private final ElectorateFreezer freezer;

    ElectorateScheduler(ElectorateFreezer freezer) {
        this.freezer = freezer;
    }

    @Scheduled(every = "${dao.electorate.every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void freezeDue() {
        boolean found;
        do {
            found = freezer.freezeNext();
        } while (found);
    }
}
