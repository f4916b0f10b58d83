package com.rechain.dao.e2e.support;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/** Waits for conditions, never for time. */
public final class Waiting {
    private Waiting() {}

    /** The first value of {@code source} that {@code wanted} accepts, within two minutes. */
    public static <T> T until(Supplier<T> source, Predicate<T> wanted) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(source::get, wanted);
    }
}
