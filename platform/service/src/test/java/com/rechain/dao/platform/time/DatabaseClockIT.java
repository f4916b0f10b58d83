package com.rechain.dao.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.platform.replica.PrimaryTime;
import com.rechain.dao.test.backing.BackingServicesResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "voting"))
class DatabaseClockIT {
    @Inject Clock clock;
    @Inject DatabaseClock databaseClock;
    @Inject PrimaryTime primary;

    @Test
    void theClockIsThePrimarysToWithinARoundTrip() throws SQLException {
        Instant before = clock.instant();
        Instant onPrimary = Micros.toInstant(primary.micros());
        Instant after = clock.instant();

        assertThat(onPrimary).isBetween(before.minusMillis(50), after.plusMillis(50));
    }

    @Test
    void onOneMachineThereIsHardlyAnOffset() {
        assertThat(
                        Duration.of(
                                Math.abs(databaseClock.offsetMicros()),
                                java.time.temporal.ChronoUnit.MICROS))
                .isLessThan(Duration.ofMillis(50));
    }
}
