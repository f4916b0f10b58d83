package com.rechain.dao.platform.measure;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Counts requests that failed because something that they needed did not come in time. */
@Startup
@ApplicationScoped
public class Timeouts {
    private static final int DEEPEST = 20;
    // The pool's own words; its exceptions have neither state nor code.
    private static final String NO_CONNECTION_IN_TIME = "cquisition timeout";

    /** What did not come. */
    enum Missing {
        /** A connection out of the pool. */
        POOL,
        /** A database's answer. */
        DATABASE,
        /** Another service's answer. */
        REMOTE
    }

    private final Map<Missing, Counter> counters = new EnumMap<>(Missing.class);

    Timeouts(MeterRegistry registry) {
        for (Missing missing : Missing.values()) {
            counters.put(
                    missing,
                    registry.counter(
                            "dao.timeouts", "of", missing.name().toLowerCase(Locale.ROOT)));
        }
    }

    /** Counts {@code failure} if it came of a time limit. */
    public void count(Throwable failure) {
        Missing missing = missing(failure);
        Counter counter = missing == null ? null : counters.get(missing);
        if (counter != null) {
            counter.increment();
        }
    }

    static @Nullable Missing missing(Throwable failure) {
        boolean sql = false;
        int depth = 0;
        for (Throwable cause = failure;
                cause != null && depth < DEEPEST;
                cause = cause.getCause(), depth++) {
            sql |= cause instanceof SQLException;
            if (cause instanceof SQLException && saysNoConnection(cause.getMessage())) {
                return Missing.POOL;
            }
            if (isTimeLimit(cause)) {
                return sql ? Missing.DATABASE : Missing.REMOTE;
            }
        }
        return null;
    }

    private static boolean saysNoConnection(@Nullable String message) {
        return message != null && message.contains(NO_CONNECTION_IN_TIME);
    }

    private static boolean isTimeLimit(Throwable cause) {
        return cause instanceof SocketTimeoutException
                || cause instanceof TimeoutException
                || cause
                        instanceof
                        org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
    }
}
