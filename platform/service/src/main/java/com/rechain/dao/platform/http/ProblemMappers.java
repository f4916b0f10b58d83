package com.rechain.dao.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.rechain.dao.platform.measure.Timeouts;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.Problem;
import com.rechain.dao.platform.problem.ProblemException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.CharConversionException;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * The last resort for everything thrown: each becomes a problem that says no more than the caller
 * may know.
 */
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final Duration COME_BACK = Duration.ofSeconds(1);

    private final Timeouts timeouts;

    ProblemMappers(Timeouts timeouts) {
        this.timeouts = timeouts;
    }

    @ServerExceptionMapper
    Response problem(ProblemException e) {
        timeouts.count(e);
        return ProblemResponses.of(e.problem());
    }

    // The second is named because Quarkus has a mapper of its own for it, which names our classes.
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    Response unreadableJson(JsonProcessingException e) {
        return ProblemResponses.of(JsonProblems.of(e));
    }

    @ServerExceptionMapper
    Response unreadableText(CharConversionException e) {
        return ProblemResponses.of(
                PlatformProblem.MALFORMED_REQUEST.with("The body is not valid UTF-8."));
    }

    @ServerExceptionMapper
    Response brokenConstraint(ConstraintViolationException e) {
        return ProblemResponses.of(ConstraintProblems.of(e));
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthenticated(SecurityException e) {
        if (e.getCause() instanceof ProblemException cause) {
            return ProblemResponses.of(cause.problem());
        }
        return ProblemResponses.of(
                PlatformProblem.UNAUTHENTICATED.with("Sign in and send the access token."));
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return ProblemResponses.of(
                PlatformProblem.FORBIDDEN.with("Your role does not allow this."));
    }

    @ServerExceptionMapper
    Response byStatus(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException unreadable) {
            return unreadableJson(unreadable);
        }
        if (e.getCause() instanceof ProblemException cause) {
            return problem(cause);
        }
        return StatusProblems.answer(e).orElseGet(() -> unexpected(e));
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e) {
        Optional<Problem> known = known(e);
        if (known.isPresent()) {
            return ProblemResponses.of(known.get());
        }
        if (Unavailability.isCauseOf(e) || RemoteFailure.isCauseOf(e)) {
            timeouts.count(e);
            LOG.warnf("something that this needs is away: %s", e.toString());
            return ProblemResponses.of(
                    PlatformProblem.UNAVAILABLE
                            .with(
                                    "Something that this needs cannot be reached;"
                                            + " nothing was stored unless you were told so.")
                            .retryAfter(COME_BACK));
        }
        LOG.error("unhandled exception", e);
        return ProblemResponses.of(
                PlatformProblem.INTERNAL_ERROR.with(
                        "The server's log has more under this trace id."));
    }

    /** What a transaction or an interceptor has wrapped. */
    private static Optional<Problem> known(Throwable e) {
        int depth = 0;
        for (Throwable cause = e; cause != null && depth < 20; cause = cause.getCause(), depth++) {
            if (cause instanceof ProblemException wrapped) {
                return Optional.of(wrapped.problem());
            }
            if (cause instanceof OptimisticLockException) {
                return Optional.of(
                        PlatformProblem.PRECONDITION_FAILED.with(
                                "Somebody else changed it first."));
            }
        }
        return Optional.empty();
    }
}
