package com.rechain.dao.voting.writer;

import com.rechain.dao.platform.http.Unavailability;
import java.sql.SQLException;

/** What a failed transaction asks for. Whatever it is, nothing was written. */
enum FailureKind {
    /** The primary cannot be reached or takes no writes: nobody's ballot can be written now. */
    AWAY,
    /** Another transaction was in the way: the same again may well succeed. */
    IN_THE_WAY,
    /** A row of this key was written before: once more with fresh eyes, then it is broken. */
    DUPLICATE,
    /** Something in the batch cannot be written. */
    BROKEN;

    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int DEADLOCK = 1213;
    private static final int DUPLICATE_KEY = 1062;

    /**
     * MariaDB: a row that was read has changed since (with snapshot isolation of locking reads).
     */
    private static final int RECORD_CHANGED = 1020;

    static FailureKind of(Exception failure) {
        // First by code: elsewhere a deadlock, too, counts as a database that is away for a moment.
        return switch (failure instanceof SQLException sql ? sql.getErrorCode() : 0) {
            case LOCK_WAIT_TIMEOUT, DEADLOCK, RECORD_CHANGED -> IN_THE_WAY;
            case DUPLICATE_KEY -> DUPLICATE;
            default -> Unavailability.isCauseOf(failure) ? AWAY : BROKEN;
        };
    }
}
