package com.rechain.dao.gateway.forward;

import com.rechain.dao.gateway.GatewayProblem;
import com.rechain.dao.gateway.edge.Answers;
import com.rechain.dao.gateway.edge.Call;
import com.rechain.dao.gateway.metric.GatewayMetrics.Shed;
import com.rechain.dao.gateway.route.Priority;
import com.rechain.dao.gateway.route.Route;
import com.rechain.dao.gateway.route.Traffic;
import com.rechain.dao.gateway.upstream.AttemptResult;
import com.rechain.dao.gateway.upstream.Choice;
import com.rechain.dao.gateway.upstream.Instance;
import com.rechain.dao.gateway.upstream.Upstream;
import com.rechain.dao.platform.problem.Problem;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way through a service: attempts at instances until one answers, time is up, or
 * nothing more may be tried. A request is tried again only when nothing of it was sent, or when it
 * is repeatable; at another instance where there is one; within the service's retry budget.
 */
final class Exchange {
    private static final Logger LOG = Logger.getLogger(Exchange.class);

    private final Forwarder forwarder;
    private final Call call;
    private final Route route;
    private final Recipient recipient;
    private final Upstream upstream;
    private final Priority priority;
    private final long deadline;
    private List<Instance> tried = List.of();
    private @Nullable Buffer body;
    private @Nullable Attempt current;
    private boolean over;

    /**
     * @param call whose head and body are passed on
     */
    Exchange(Forwarder forwarder, Call call, Route route, Recipient recipient) {
        this.forwarder = forwarder;
        this.call = call;
        this.route = route;
        this.recipient = recipient;
        this.priority = route.priorityOf(call.request().method());
        this.upstream = forwarder.upstreams.of(route.service());
        long most = forwarder.deadlines.answerMillis(route.traffic());
        this.deadline = call.startedAt() + TimeUnit.MILLISECONDS.toNanos(most);
    }

    /** Begins, and ends when the caller leaves. */
    void startForCaller() {
        call.response().closeHandler(_ -> abandon());
        start();
    }

    void start() {
        if (forwarder.delay.turnsAway(priority)) {
            forwarder.metrics.shed(route.service(), priority, Shed.GATEWAY);
            finish(FailureProblems.busy());
            return;
        }
        upstream.retries().earn();
        if (call.hasBody()) {
            call.request().exceptionHandler(this::requestBroke);
        }
        if (call.hasBody() && call.isRepeatable()) {
            keepBody();
        } else {
            attempt(AttemptResult.ANSWERED);
        }
    }

    /** Waits for all of the body, so that more than one attempt can send it. */
    private void keepBody() {
        Buffer kept = Buffer.buffer();
        long timer = forwarder.vertx.setTimer(Math.max(1, remaining()), _ -> bodyIsLate());
        HttpServerRequest request = call.request();
        request.handler(kept::appendBuffer);
        request.endHandler(_ -> {
            if (forwarder.vertx.cancelTimer(timer)) {
                body = kept;
                attempt(AttemptResult.ANSWERED);
            }
        });
        call.expectBody();
        request.resume();
    }

    /** The body, where it was kept; else it streams from the caller to one attempt. */
    @Nullable Buffer body() {
        return body;
    }

    Forwarder forwarder() {
        return forwarder;
    }

    Call call() {
        return call;
    }

    Route route() {
        return route;
    }

    Priority priority() {
        return priority;
    }

    boolean isStream() {
        return route.traffic() == Traffic.STREAM;
    }

    /** Milliseconds until an answer must have begun. */
    long remaining() {
        return Math.max(0, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()));
    }

    /** Fills {@code to}, the head of an attempt. */
    void writeHead(MultiMap to) {
        recipient.writeHead(forwarder.headers, call, to, remaining());
    }

    /** How long the next attempt may take: less where there would be time for another. */
    long attemptMillis() {
        boolean another = call.isRepeatable() && mayTryAgain() && upstream.instances().size() > 1;
        long all = remaining();
        return another ? Math.min(all, forwarder.deadlines.attempt().toMillis()) : all;
    }

    void answered(Attempt attempt, HttpClientResponse response) {
        if (!over) {
            over = true;
            recipient.answered(new Answer(attempt, response));
        }
    }

    void failed(Attempt attempt, AttemptResult result) {
        if (over) {
            return;
        }
        if (result == AttemptResult.SLOW && attempt.awaitsCaller()) {
            bodyIsLate();
            return;
        }
        if (isRepeatable(result) && mayTryAgain() && upstream.retries().trySpend()) {
            forwarder.metrics.retried(route.service());
            // Random, so that what failed together is not tried again together.
            long most = Math.max(1, forwarder.resilience.retry().jitter().toMillis());
            long pause = ThreadLocalRandom.current().nextLong(most) + 1;
            forwarder.vertx.setTimer(pause, _ -> attempt(result));
        } else {
            finish(FailureProblems.of(result, route.service()));
        }
    }

    void bodyTooLarge() {
        end(forwarder.rules.tooLarge(route));
    }

    private void attempt(AttemptResult before) {
        if (over) {
            return;
        }
        Choice choice = upstream.choose(tried, isStream(), priority);
        if (choice instanceof Choice.NoneLeft && before == AttemptResult.BROKEN) {
            // Most often a kept connection that was just being closed: a new one will do.
            choice = upstream.choose(List.of(), isStream(), priority);
        }
        switch (choice) {
            case Choice.Chosen(Instance instance) -> {
                tried = with(tried, instance);
                current = new Attempt(this, instance);
                current.begin();
            }
            case Choice.Full _ -> {
                forwarder.metrics.shed(route.service(), priority, Shed.SERVICE);
                finish(FailureProblems.full(route.service()));
            }
            case Choice.NoneLeft _ -> finish(FailureProblems.of(before, route.service()));
        }
    }

    private boolean isRepeatable(AttemptResult result) {
        return result == AttemptResult.UNREACHABLE || call.isRepeatable();
    }

    private boolean mayTryAgain() {
        return tried.size() <= forwarder.resilience.retry().most() && remaining() > 0;
    }

    private void requestBroke(Throwable failure) {
        if (failure instanceof HttpClosedException) {
            abandon();
        } else {
            end(GatewayProblem.MALFORMED_REQUEST.with("The body is not framed as HTTP says."));
            // The decoder gives the connection up as soon as this returns.
            call.flush();
        }
    }

    private void bodyIsLate() {
        if (!over) {
            finish(GatewayProblem.REQUEST_TIMEOUT.with("The body did not arrive in time."));
        }
    }

    /** Nobody wants the answer any more. */
    void abandon() {
        over = true;
        if (current != null) {
            current.cancel();
        }
    }

    private void end(Problem problem) {
        boolean wasOver = over;
        abandon();
        call.endConnection();
        if (!wasOver || call.response().headWritten()) {
            Answers.problem(call, problem);
        }
    }

    private void finish(Problem problem) {
        over = true;
        if (problem.status() >= 500 && !FailureProblems.isOverload(problem)) {
            LOG.infof(
                    "%d %s for %s %s, trace %s",
                    problem.status(),
                    problem.detail(),
                    call.request().method(),
                    route.template(),
                    call.trace().traceId());
        }
        recipient.refused(problem);
    }

    private static List<Instance> with(List<Instance> some, Instance one) {
        if (some.isEmpty()) {
            return List.of(one);
        }
        List<Instance> more = new ArrayList<>(some);
        more.add(one);
        return more;
    }
}
