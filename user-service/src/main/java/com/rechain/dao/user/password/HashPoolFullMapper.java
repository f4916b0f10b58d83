package com.rechain.dao.user.password;

import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.platform.problem.PlatformProblem;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers "come back in a second" where a password could not be hashed now. */
public class HashPoolFullMapper {
    private static final Duration COME_BACK = Duration.ofSeconds(1);

    @ServerExceptionMapper
    Response full(HashPoolFullException e) {
        return ProblemResponses.of(
                PlatformProblem.TOO_MANY_REQUESTS
                        .with("Too many people are signing in at this moment.")
                        .retryAfter(COME_BACK));
    }
}
