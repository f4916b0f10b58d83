package com.rechain.dao.platform.event;

import com.rechain.dao.platform.http.CurrentTrace;
import com.rechain.dao.platform.http.Unavailability;
import com.rechain.dao.platform.request.TraceContext;
import com.rechain.dao.platform.telemetry.Step;
import com.rechain.dao.platform.telemetry.Tracing;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.SpanKind;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Brings each event to its handler exactly once: inbox row and effect commit together. Types that
 * nobody here handles are passed over; an unknown major version of a type that is handled, and
 * anything that cannot be applied, is thrown and so goes to the dead letters. While the database is
 * away the event is tried again in place, so that order holds.
 */
@ApplicationScoped
public class EventDispatcher {
    private static final Logger LOG = Logger.getLogger(EventDispatcher.class);
    private static final int TRIES = 5;
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 1_000;

    private final Map<String, EventHandler> handlers = new HashMap<>();
    private final Map<String, String> handledVersions = new HashMap<>();
    private final Inbox inbox;
    private final MeterRegistry metrics;
    private final Tracing tracing;
    private final String consumer;

    EventDispatcher(
            @All List<EventHandler> handlers,
            Inbox inbox,
            MeterRegistry metrics,
            Tracing tracing,
            @ConfigProperty(name = "quarkus.application.name") String consumer) {
        for (EventHandler handler : handlers) {
            for (String type : handler.types()) {
                if (this.handlers.put(type, handler) != null) {
                    throw new IllegalStateException("two handlers for " + type);
                }
                handledVersions.put(type.substring(0, type.lastIndexOf(".v")), type);
            }
        }
        this.inbox = inbox;
        this.metrics = metrics;
        this.tracing = tracing;
        this.consumer = consumer;
    }

    /**
     * Applies one record. Blocks while the database is away.
     *
     * @throws PoisonEventException when it can never be applied
     * @throws RuntimeException whatever its handler threw, again and again
     */
    public void dispatch(ConsumerRecord<String, String> record) throws InterruptedException {
        // There before it is needed: what begins with one has not risen to one, for an alert.
        Counter dead = metrics.counter("dao.events.dead", "topic", record.topic());
        try {
            dispatch(Event.from(record));
        } catch (RuntimeException e) {
            LOG.errorf(e, "a record of %s goes to the dead letters", record.topic());
            dead.increment();
            throw e;
        }
    }

    private void dispatch(Event event) throws InterruptedException {
        Step step = tracing.resume(event.type(), SpanKind.CONSUMER, event.traceparent());
        step.note("messaging.system", "kafka");
        try {
            dispatch(event, step);
        } catch (RuntimeException e) {
            step.fail(e.getClass().getSimpleName());
            throw e;
        } finally {
            step.end();
        }
    }

    private void dispatch(Event event, Step step) throws InterruptedException {
        EventHandler handler = handlers.get(event.type());
        if (handler == null) {
            step.note("dao.event.outcome", "passed over");
            refuseUnknownVersion(event);
            return;
        }
        CurrentTrace.enter(
                step.trace().orElseGet(() -> TraceContext.continueOrStart(event.traceparent())),
                event.id().toString());
        applyPatiently(event, handler);
    }

    private void applyPatiently(Event event, EventHandler handler) throws InterruptedException {
        long pause = FIRST_PAUSE_MILLIS;
        for (int attempt = 1; ; attempt++) {
            try {
                apply(event, handler);
                return;
            } catch (PoisonEventException e) {
                throw e;
            } catch (RuntimeException e) {
                if (attempt >= TRIES && !Unavailability.isCauseOf(e)) {
                    throw e;
                }
                LOG.warnf(
                        "event %s (%s) is tried again: %s", event.id(), event.type(), e.toString());
            }
            TimeUnit.MILLISECONDS.sleep(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        }
    }

    private void apply(Event event, EventHandler handler) {
        boolean applied =
                QuarkusTransaction.requiringNew()
                        .call(() -> {
                            boolean first = inbox.firstSeen(consumer, event);
                            if (first) {
                                handler.handle(event);
                            }
                            return first;
                        });
        metrics.counter(
                        "dao.events.consumed",
                        "type",
                        event.type(),
                        "outcome",
                        applied ? "applied" : "repeated")
                .increment();
    }

    private void refuseUnknownVersion(Event event) {
        String known = handledVersions.get(event.name());
        if (known != null) {
            throw new PoisonEventException(event.type() + " is not known here, only " + known);
        }
    }
}
