package com.rechain.dao.platform.measure;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The kinds of failures that a database can have, few enough to be a label. */
enum QueryError {
    /** No answer within the time limit of the socket or the statement. */
    TIMEOUT,
    /** A lock was not given in time. */
    LOCK_WAIT,
    DEADLOCK,
    /** The database is away, or let go of us. */
    CONNECTION,
    /** A key or a reference: the ordinary way in which a race is decided. */
    CONSTRAINT,
    OTHER;

    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int DEADLOCK_FOUND = 1213;
    private static final int STATEMENT_TIMEOUT = 3024;
    private static final int STATEMENT_TIMEOUT_MARIADB = 1969;
    private static final int DEEPEST = 10;

    static QueryError of(Throwable thrown) {
        if (ranOutOfTime(thrown)) {
            return TIMEOUT;
        }
        return thrown instanceof SQLException e ? of(e) : OTHER;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static QueryError of(SQLException e) {
        return switch (e.getErrorCode()) {
            case LOCK_WAIT_TIMEOUT -> LOCK_WAIT;
            case DEADLOCK_FOUND -> DEADLOCK;
            case STATEMENT_TIMEOUT, STATEMENT_TIMEOUT_MARIADB -> TIMEOUT;
            default -> ofState(e.getSQLState());
        };
    }

    private static QueryError ofState(@Nullable String state) {
        if (state == null) {
            return OTHER;
        }
        return state.startsWith("08") ? CONNECTION : state.startsWith("23") ? CONSTRAINT : OTHER;
    }

    private static boolean ranOutOfTime(@Nullable Throwable thrown) {
        int depth = 0;
        for (Throwable cause = thrown;
                cause != null && depth < DEEPEST;
                cause = cause.getCause(), depth++) {
            if (cause instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }
}
