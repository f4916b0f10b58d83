package com.rechain.dao.platform.http;

import java.io.IOException;
import java.net.SocketException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away (come back later) from a mistake of ours (a bug). */
public final class Unavailability {
    // SQLSTATE class 08: connection exception; 57P and the vendor codes: shutdown, read-only, too
    // many connections.
    private static final String CONNECTION_EXCEPTION = "08";
    private static final int READ_ONLY = 1290;
    private static final int READ_ONLY_TRANSACTION = 1792;
    private static final int SHUTDOWN = 1053;
    private static final int TOO_MANY_CONNECTIONS = 1040;
    private static final int KILLED = 1927;

    private Unavailability() {}

    /**
     * Whether {@code failure}, or anything that caused it, is the database being out of reach or
     * refusing writes.
     */
    public static boolean isCauseOf(@Nullable Throwable failure) {
        int depth = 0;
        for (Throwable cause = failure;
                cause != null && depth < 20;
                cause = cause.getCause(), depth++) {
            if (isUnavailability(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnavailability(Throwable cause) {
        return switch (cause) {
            case SQLTransientConnectionException _,
                    SQLNonTransientConnectionException _,
                    SQLRecoverableException _ ->
                    true;
            case SQLException e -> isUnavailability(e);
            case SocketException _ -> true;
            case IOException e ->
                    e.getMessage() != null && e.getMessage().contains("Communications link");
            default -> false;
        };
    }

    private static boolean isUnavailability(SQLException e) {
        String state = e.getSQLState();
        String message = e.getMessage();
        return (state != null && state.startsWith(CONNECTION_EXCEPTION))
                // The pool's own word when no connection could be had in time; it has neither state
                // nor code.
                || (message != null && message.startsWith("Sorry, acquisition timeout"))
                || (message != null && message.contains("onnection is closed"))
                || switch (e.getErrorCode()) {
                    case READ_ONLY, READ_ONLY_TRANSACTION, SHUTDOWN, TOO_MANY_CONNECTIONS, KILLED ->
                            true;
                    default -> false;
                };
    }
}
