package com.rechain.dao.platform.time;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Supplies the {@link Clock} that everything asks for the time; tests put their own in its place.
 */
@Singleton
public class ClockProducer {
    private final DatabaseClock databaseClock = new DatabaseClock();

    /** Not as a {@link Clock}, or there would be two where a test brings its own. */
    @Produces
    @Singleton
    @Typed(DatabaseClock.class)
    public DatabaseClock databaseClock() {
        return databaseClock;
    }

    @Produces
    @Singleton
    @DefaultBean
    public Clock clock() {
        return databaseClock;
    }
}
