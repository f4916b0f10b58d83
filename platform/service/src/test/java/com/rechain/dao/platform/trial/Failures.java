package com.rechain.dao.platform.trial;

import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.RollbackException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.ServiceUnavailableException;
import java.net.ConnectException;
import java.net.URI;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.Set;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.resteasy.reactive.ClientWebApplicationException;

/** Exceptions as they come out of a resource, by name. */
final class Failures {
    private Failures() {}

    static Exception of(String kind) {
        return switch (kind) {
            case "bug" ->
                    new IllegalStateException("com.rechain.secret: SELECT password FROM user");
            case "sql" -> new SQLException("Unknown column 'x'", "42S22", 1054);
            case "deadlock" ->
                    new IllegalStateException(
                            new SQLTransactionRollbackException("Deadlock found", "40001", 1213));
            case "stale-at-commit" -> rollback(new OptimisticLockException("Row was updated"));
            case "stale-wrapped" ->
                    new IllegalStateException(rollback(new OptimisticLockException()));
            case "remote-404" -> new ClientWebApplicationException(404);
            case "remote-away" -> new ProcessingException(new ConnectException("refused"));
            case "breaker" -> new CircuitBreakerOpenException("open");
            case "gone" -> new ClientErrorException(410);
            case "conflict" -> new ClientErrorException(409);
            case "unprocessable" -> new ClientErrorException(422);
            case "unauthorized" -> new NotAuthorizedException("Basic");
            case "unavailable" -> new ServiceUnavailableException();
            case "moved" -> new RedirectionException(303, URI.create("/elsewhere"));
            case "violation-of-ours" -> new ConstraintViolationException("x", Set.of());
            default -> new NotFoundException();
        };
    }

    private static RollbackException rollback(Exception cause) {
        RollbackException rollback = new RollbackException("could not commit");
        rollback.initCause(cause);
        return rollback;
    }
}
