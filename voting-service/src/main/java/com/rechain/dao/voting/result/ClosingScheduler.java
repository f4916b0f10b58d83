package com.rechain.dao.voting.result;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;

/** Closes votes as they end. Every instance runs it. */
@ApplicationScoped
public class ClosingScheduler {
    private final Closer closer;

    ClosingScheduler(Closer closer) {
        this.closer = closer;
    }

    @Scheduled(every = "${dao.closing.every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void closeDue() {
        closer.closeDue();
    }
}
