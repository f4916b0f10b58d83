package com.rechain.dao.gateway.metric;

import com.rechain.dao.gateway.route.Priority;
import com.rechain.dao.gateway.route.PublicRoutes;
import com.rechain.dao.gateway.route.Service;
import com.rechain.dao.gateway.upstream.AttemptResult;
import com.rechain.dao.gateway.upstream.Instance;
import com.rechain.dao.gateway.upstream.Readiness;
import com.rechain.dao.gateway.upstream.Upstream;
import com.rechain.dao.gateway.upstream.Upstreams;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.http.HttpMethod;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts and times what passes. Labels come from the route table, the services and statuses, never
 * from requests, so their number is bounded. The buckets of the times are the platform's.
 */
public final class GatewayMetrics {
    /** Whose work a request is turned away for. */
    public enum Shed {
        /** The service's instances have as much as they can do in time. */
        SERVICE,
        /** The gateway can not keep up itself. */
        GATEWAY
    }

    private final MeterRegistry registry;
    private final Map<Answer, Timer> answers = new ConcurrentHashMap<>();
    private final Map<Service, Map<AttemptResult, Timer>> attempts = new EnumMap<>(Service.class);
    private final Map<Shedding, Counter> sheds = new HashMap<>();
    private final Map<Service, Counter> retries = new EnumMap<>(Service.class);
    private final Map<Service, Counter> ejections = new EnumMap<>(Service.class);

    public GatewayMetrics(MeterRegistry registry, Upstreams upstreams) {
        this.registry = registry;
        for (Service service : Service.values()) {
            retries.put(service, counter("dao.gateway.retries", service));
            ejections.put(service, counter("dao.gateway.ejections", service));
            attempts.put(service, attemptTimers(service));
            watch(upstreams.of(service));
            for (Priority priority : Priority.values()) {
                for (Shed where : Shed.values()) {
                    Shedding shedding = new Shedding(service, priority, where);
                    sheds.put(shedding, counter(shedding));
                }
            }
        }
    }

    /**
     * A request was answered with {@code status} after {@code nanos}.
     *
     * @param uri the template of its route, or the path of a page of ours; null: nothing is there
     */
    public void answered(@Nullable String uri, HttpMethod method, int status, long nanos) {
        String template = uri == null ? "NONE" : uri;
        answers.computeIfAbsent(
                        new Answer(template, PublicRoutes.nameOf(method), status),
                        this::answerTimer)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    /** Counts callers from now on: open connections, and people whose tokens are in force. */
    public void watchCallers(IntSupplier connections, IntSupplier people) {
        Gauge.builder("dao.gateway.connections", connections::getAsInt).register(registry);
        Gauge.builder("dao.gateway.users", people::getAsInt).register(registry);
    }

    /** An attempt at {@code service} came to {@code result} after {@code nanos}. */
    public void attempted(Service service, AttemptResult result, long nanos) {
        Map<AttemptResult, Timer> timers = attempts.get(service);
        Timer timer = timers == null ? null : timers.get(result);
        if (timer != null) {
            timer.record(nanos, TimeUnit.NANOSECONDS);
        }
    }

    /** A request to {@code service} is tried once more. */
    public void retried(Service service) {
        increment(retries.get(service));
    }

    /** A request to {@code service} is turned away because of what {@code where} has to do. */
    public void shed(Service service, Priority priority, Shed where) {
        increment(sheds.get(new Shedding(service, priority, where)));
    }

    /** An instance of {@code service} is left out because of its failures. */
    public void ejected(Service service) {
        increment(ejections.get(service));
    }

    private static void increment(@Nullable Counter counter) {
        if (counter != null) {
            counter.increment();
        }
    }

    private Counter counter(String name, Service service) {
        return Counter.builder(name).tag("service", service.label()).register(registry);
    }

    private Counter counter(Shedding shedding) {
        return Counter.builder("dao.gateway.shed")
                .tag("service", shedding.service().label())
                .tag("priority", shedding.priority().name().toLowerCase(Locale.ROOT))
                .tag("where", shedding.where().name().toLowerCase(Locale.ROOT))
                .register(registry);
    }

    private Timer answerTimer(Answer answer) {
        return Timer.builder("http.server.requests")
                .tag("uri", answer.uri())
                .tag("method", answer.method())
                .tag("status", Integer.toString(answer.status()))
                .tag("outcome", outcome(answer.status()))
                .register(registry);
    }

    private Map<AttemptResult, Timer> attemptTimers(Service service) {
        Map<AttemptResult, Timer> timers = new EnumMap<>(AttemptResult.class);
        for (AttemptResult result : AttemptResult.values()) {
            Timer timer =
                    Timer.builder("dao.gateway.attempts")
                            .tag("service", service.label())
                            .tag("result", result.name().toLowerCase(Locale.ROOT))
                            .register(registry);
            timers.put(result, timer);
        }
        return timers;
    }

    private void watch(Upstream upstream) {
        String service = upstream.service().label();
        Gauge.builder("dao.gateway.in.flight", upstream, GatewayMetrics::requests)
                .tag("service", service)
                .register(registry);
        Gauge.builder("dao.gateway.streams", upstream, GatewayMetrics::streams)
                .tag("service", service)
                .register(registry);
        Gauge.builder("dao.gateway.limit", upstream, GatewayMetrics::limit)
                .tag("service", service)
                .register(registry);
        for (Readiness readiness : Readiness.values()) {
            Gauge.builder("dao.gateway.instances", upstream, u -> count(u, readiness))
                    .tag("service", service)
                    .tag("readiness", readiness.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
    }

    private static double requests(Upstream upstream) {
        return upstream.instances().stream().mapToInt(Instance::inFlight).sum();
    }

    private static double limit(Upstream upstream) {
        return upstream.instances().stream().mapToInt(Instance::limit).sum();
    }

    private static double streams(Upstream upstream) {
        return upstream.instances().stream().mapToInt(Instance::openStreams).sum();
    }

    private static double count(Upstream upstream, Readiness readiness) {
        return upstream.instances().stream().filter(i -> i.readiness() == readiness).count();
    }

    private static String outcome(int status) {
        return switch (status / 100) {
            case 1 -> "INFORMATIONAL";
            case 2 -> "SUCCESS";
            case 3 -> "REDIRECTION";
            case 4 -> "CLIENT_ERROR";
            default -> "SERVER_ERROR";
        };
    }

    private record Shedding(Service service, Priority priority, Shed where) {}

    private record Answer(String uri, String method, int status) {}
}
