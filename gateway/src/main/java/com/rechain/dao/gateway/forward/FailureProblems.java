package com.rechain.dao.gateway.forward;

import com.rechain.dao.gateway.GatewayProblem;
import com.rechain.dao.gateway.route.Service;
import com.rechain.dao.gateway.upstream.AttemptResult;
import com.rechain.dao.platform.problem.Problem;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** What the caller is told when no instance answered. */
final class FailureProblems {
    private static final Duration SOON = Duration.ofSeconds(1);

    private FailureProblems() {}

    /** After the last attempt at {@code service} came to {@code result}, or none could be made. */
    static Problem of(AttemptResult result, Service service) {
        return switch (result) {
            case SLOW -> GatewayProblem.GATEWAY_TIMEOUT.with(service.label() + " took too long.");
            case BROKEN -> GatewayProblem.BAD_GATEWAY.with(service.label() + " broke off.");
            case ANSWERED, ABANDONED, UNREACHABLE, UNAVAILABLE ->
                    GatewayProblem.UNAVAILABLE
                            .with(service.label() + " is not to be reached.")
                            .retryAfter(SOON);
        };
    }

    /** When all instances of {@code service} that could be asked have no place left. */
    static Problem full(Service service) {
        return GatewayProblem.OVERLOADED
                .with(service.label() + " has no place left for this request.")
                .retryAfter(soon());
    }

    /** When the gateway itself can not keep up. */
    static Problem busy() {
        return GatewayProblem.OVERLOADED
                .with("There is no place left for this request.")
                .retryAfter(soon());
    }

    /** Whether {@code problem} is one of these two: so many that nobody wants to read of each. */
    static boolean isOverload(Problem problem) {
        return problem.code().equals(GatewayProblem.OVERLOADED.code());
    }

    // Spread, so that those who were turned away together do not come back together.
    private static Duration soon() {
        return Duration.ofSeconds(1 + ThreadLocalRandom.current().nextInt(3));
    }
}
