package com.rechain.dao.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.Problem;
import com.rechain.dao.platform.problem.ProblemException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * The last resort for everything thrown: each becomes a problem that says no more than the caller
 * may know.
 */
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final Duration COME_BACK = Duration.ofSeconds(1);

    @ServerExceptionMapper
    Response problem(ProblemException e) {
        return ProblemResponses.of(e.problem());
    }

    @ServerExceptionMapper
    Response unreadableJson(JsonProcessingException e) {
        return ProblemResponses.of(JsonProblems.of(e));
    }

    @ServerExceptionMapper
    Response brokenConstraint(ConstraintViolationException e) {
        Problem problem = PlatformProblem.MALFORMED_REQUEST.with("A field breaks a rule.");
        for (ConstraintViolation<?> violation : e.getConstraintViolations()) {
            String rule =
                    violation
                            .getConstraintDescriptor()
                            .getAnnotation()
                            .annotationType()
                            .getSimpleName();
            problem =
                    problem.because(
                            field(violation.getPropertyPath()), rule, violation.getMessage());
        }
        return ProblemResponses.of(problem);
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
    Response changedMeanwhile(OptimisticLockException e) {
        return ProblemResponses.of(
                PlatformProblem.PRECONDITION_FAILED.with("Somebody else changed it first."));
    }

    @ServerExceptionMapper
    Response byStatus(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException unreadable) {
            return unreadableJson(unreadable);
        }
        if (e.getCause() instanceof ProblemException cause) {
            return ProblemResponses.of(cause.problem());
        }
        int status = e.getResponse().getStatus();
        return status >= 500 ? unexpected(e) : ProblemResponses.of(ofStatus(status));
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e) {
        if (Unavailability.isCauseOf(e)) {
            LOG.warnf("the database is away: %s", e.toString());
            return ProblemResponses.of(
                    PlatformProblem.UNAVAILABLE
                            .with(
                                    "The database cannot be reached; nothing was stored unless you were told so.")
                            .retryAfter(COME_BACK));
        }
        LOG.error("unhandled exception", e);
        return ProblemResponses.of(
                PlatformProblem.INTERNAL_ERROR.with(
                        "The server's log has more under this trace id."));
    }

    private static Problem ofStatus(int status) {
        return switch (status) {
            case 404 -> PlatformProblem.NOT_FOUND.with("There is nothing at this address.");
            case 405 -> PlatformProblem.METHOD_NOT_ALLOWED.with("Another method may work.");
            case 406 -> PlatformProblem.NOT_ACCEPTABLE.with("This resource answers in JSON.");
            case 413 -> PlatformProblem.PAYLOAD_TOO_LARGE.with("Send less.");
            case 415 -> PlatformProblem.UNSUPPORTED_MEDIA_TYPE.with("Send application/json.");
            default ->
                    PlatformProblem.MALFORMED_REQUEST.with(
                            "A parameter or the body cannot be read.");
        };
    }

    /** The path without the method's name and the parameter's, which mean nothing to a caller. */
    private static String field(Path path) {
        String whole = path.toString();
        int method = whole.indexOf('.');
        String parameter = method < 0 ? whole : whole.substring(method + 1);
        int body = parameter.indexOf('.');
        return body < 0 ? parameter : parameter.substring(body + 1);
    }
}
