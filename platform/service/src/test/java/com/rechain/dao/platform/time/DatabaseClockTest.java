package com.rechain.dao.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseClockTest {
    private final DatabaseClock clock = new DatabaseClock();

    @ParameterizedTest
    @CsvSource({
        // measured, error, offset
        "0,     100,  0",
        "90,    100,  0",
        "-90,   100,  0",
        "500,   100,  400",
        "-500,  100,  -400",
        "500,   0,    500",
    })
    void theClockMovesNoFurtherThanItIsProvenWrong(long measured, long error, long offset) {
        clock.adjust(measured, error);

        assertThat(clock.offsetMicros()).isEqualTo(offset);
    }

    @Test
    void aSlowAnswerUndoesNothing() {
        clock.adjust(5_000, 10);
        clock.adjust(400_000, 400_000);

        assertThat(clock.offsetMicros()).isEqualTo(4_990);
    }

    @Test
    void timeIsInWholeMicrosecondsAndShifted() {
        clock.adjust(Duration.ofHours(1).toNanos() / 1_000, 0);

        assertThat(clock.instant().getNano() % 1_000).isZero();
        assertThat(Duration.between(Instant.now(), clock.instant()))
                .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
    }

    @Test
    void microsecondsAndInstantsAreTheSame() {
        Instant instant = Instant.parse("2026-01-01T00:00:00.123456Z");

        assertThat(Micros.of(instant)).isEqualTo(1_767_225_600_123_456L);
        assertThat(Micros.toInstant(Micros.of(instant))).isEqualTo(instant);
    }
}
