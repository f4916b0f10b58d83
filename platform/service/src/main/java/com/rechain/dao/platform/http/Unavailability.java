package com.rechain.dao.platform.http;

import java.net.SocketException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells something that passes by itself (come back later) from a mistake of ours (a bug). */
public final class Unavailability {
    // SQLSTATE class 08: connection exception.
    private static final String CONNECTION_EXCEPTION = "08";
    // The pool's own words; its exceptions have neither state nor code.
    private static final String NO_CONNECTION_IN_TIME = "cquisition timeout";
    private static final String CLOSED = "onnection is closed";
    // Connector/J says this of a statement whose connection was lost within a batch.
    private static final String CLOSED_UNDER_WAY = "No operations allowed after";
    // Vitess says this of a shard that has no primary for the moment, under MySQL's code for
    // anything.
    private static final String NO_TABLET = "no healthy tablet available";
    private static final int READ_ONLY = 1290;
    private static final int READ_ONLY_TRANSACTION = 1792;
    private static final int SHUTDOWN = 1053;
    private static final int TOO_MANY_CONNECTIONS = 1040;
    private static final int TOO_MANY_OF_A_USER = 1203;
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int DEADLOCK = 1213;
    private static final int KILLED = 1927;
    private static final Set<Integer> PASSING =
            Set.of(
                    READ_ONLY,
                    READ_ONLY_TRANSACTION,
                    SHUTDOWN,
                    TOO_MANY_CONNECTIONS,
                    TOO_MANY_OF_A_USER,
                    LOCK_WAIT_TIMEOUT,
                    DEADLOCK,
                    KILLED);
    private static final int DEEPEST = 20;

    private Unavailability() {}

    /**
     * Whether {@code failure}, or anything that caused it, is a server being out of reach or
     * refusing for the moment: a database that is down, read-only or overrun, a deadlock's victim.
     */
    public static boolean isCauseOf(@Nullable Throwable failure) {
        return isCauseOf(failure, 0);
    }

    private static boolean isCauseOf(@Nullable Throwable failure, int depth) {
        if (failure == null || depth > DEEPEST) {
            return false;
        }
        if (isUnavailability(failure) || isCauseOf(failure.getCause(), depth + 1)) {
            return true;
        }
        // A transaction manager tells of a commit that failed, and only in passing of the reason.
        for (Throwable suppressed : failure.getSuppressed()) {
            if (isCauseOf(suppressed, depth + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnavailability(Throwable cause) {
        return switch (cause) {
            case SQLTransientConnectionException _,
                    SQLNonTransientConnectionException _,
                    SQLRecoverableException _,
                    SQLTransactionRollbackException _,
                    SQLTimeoutException _,
                    SocketException _ ->
                    true;
            case SQLException e -> isUnavailability(e);
            default -> false;
        };
    }

    private static boolean isUnavailability(SQLException e) {
        String state = e.getSQLState();
        String message = e.getMessage();
        return PASSING.contains(e.getErrorCode())
                || (state != null && state.startsWith(CONNECTION_EXCEPTION))
                || (message != null
                        && (message.contains(NO_CONNECTION_IN_TIME)
                                || message.contains(CLOSED)
                                || message.contains(CLOSED_UNDER_WAY)
                                || message.contains(NO_TABLET)));
    }
}
