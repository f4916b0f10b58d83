package com.rechain.dao.proposal.proposal.lifecycle;

import com.rechain.dao.platform.http.Unavailability;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** Looks every second, in every instance, for votes that have opened and lets them be announced. */
@ApplicationScoped
public class StartScheduler {
    private static final Logger LOG = Logger.getLogger(StartScheduler.class);

    private final StartAnnouncer announcer;
    private final Clock clock;
    private volatile Duration lag = Duration.ZERO;
    private volatile boolean stopping;

    StartScheduler(StartAnnouncer announcer, Clock clock, MeterRegistry metrics) {
        this.announcer = announcer;
        this.clock = clock;
        metrics.gauge(
                "dao.proposals.scheduler.lag.seconds",
                this,
                scheduler -> scheduler.lag.toNanos() / 1e9);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @Scheduled(
            every = "${dao.proposal.scheduler.every:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        if (stopping) {
            return;
        }
        try {
            announceAll();
        } catch (RuntimeException e) {
            if (!Unavailability.isCauseOf(e)) {
                throw e;
            }
            LOG.warnf("starts are announced when the database is back: %s", e.toString());
        }
    }

    private void announceAll() {
        Duration worst = Duration.ZERO;
        List<Instant> opened = announcer.announceDue();
        while (!opened.isEmpty()) {
            for (Instant opensAt : opened) {
                Duration late = Duration.between(opensAt, clock.instant());
                worst = late.compareTo(worst) > 0 ? late : worst;
            }
            opened = announcer.announceDue();
        }
        lag = worst;
    }
}
