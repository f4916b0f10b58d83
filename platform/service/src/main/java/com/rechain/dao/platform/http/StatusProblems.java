package com.rechain.dao.platform.http;

import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.Problem;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;

/** The answer to an exception that names its own status. */
final class StatusProblems {
    private static final MediaType PROBLEM = MediaType.valueOf(Problem.MEDIA_TYPE);
    private static final Duration COME_BACK = Duration.ofSeconds(1);

    private StatusProblems() {}

    /** The answer, or empty where the exception is no answer at all. */
    static Optional<Response> answer(WebApplicationException e) {
        Response own = e.getResponse();
        if (RemoteFailure.isCauseOf(e)) {
            // Another service's answer to us is not ours to our caller.
            return Optional.empty();
        }
        if (own.getStatus() < 400 || PROBLEM.equals(own.getMediaType())) {
            return Optional.of(own);
        }
        return problem(own.getStatus()).map(problem -> withAllow(own, problem));
    }

    private static Optional<Problem> problem(int status) {
        if (status == 503) {
            return Optional.of(
                    PlatformProblem.UNAVAILABLE.with("Try again soon.").retryAfter(COME_BACK));
        }
        return status >= 500 ? Optional.empty() : Optional.of(type(status).with(detail(status)));
    }

    private static PlatformProblem type(int status) {
        for (PlatformProblem type : PlatformProblem.values()) {
            // 422 says more than a status can: it means one thing here.
            if (type.status() == status && type != PlatformProblem.IDEMPOTENCY_KEY_REUSED) {
                return type;
            }
        }
        return PlatformProblem.MALFORMED_REQUEST;
    }

    private static String detail(int status) {
        return switch (status) {
            case 401 -> "Sign in and send the access token.";
            case 403 -> "Your role does not allow this.";
            case 404 -> "There is nothing at this address.";
            case 405 -> "Another method may work.";
            case 406 -> "This resource answers in JSON.";
            case 409 -> "It is not in a state for this.";
            case 413 -> "Send less.";
            case 415 -> "Send application/json.";
            default -> "A parameter or the body cannot be read.";
        };
    }

    private static Response withAllow(Response own, Problem problem) {
        Response response = ProblemResponses.of(problem);
        String allow = own.getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? response
                : Response.fromResponse(response).header(HttpHeaders.ALLOW, allow).build();
    }
}
