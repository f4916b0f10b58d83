package com.rechain.dao.user.database;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads out of a database error which unique key refused a row: the key decides, not a look before.
 */
public final class UniqueKey {
    private static final int DUPLICATE_ENTRY = 1062;
    // MySQL writes 'table.key', MariaDB 'key'.
    private static final Pattern NAME = Pattern.compile("for key '(?:[^'.]+\\.)?([^']+)'");

    private UniqueKey() {}

    /**
     * The name of the unique key whose violation caused {@code failure}, if that is what happened.
     */
    public static Optional<String> violatedBy(@Nullable Throwable failure) {
        int depth = 0;
        for (Throwable cause = failure;
                cause != null && depth < 20;
                cause = cause.getCause(), depth++) {
            if (cause instanceof SQLException e && e.getErrorCode() == DUPLICATE_ENTRY) {
                return nameIn(String.valueOf(e.getMessage()));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> nameIn(String message) {
        Matcher matcher = NAME.matcher(message);
        Optional<String> last = Optional.empty();
        while (matcher.find()) {
            // The last match: the duplicate value, quoted earlier in the message, may look like
            // one.
            last = Optional.of(matcher.group(1));
        }
        return last;
    }
}
