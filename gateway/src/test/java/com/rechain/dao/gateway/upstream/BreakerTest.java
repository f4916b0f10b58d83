package com.rechain.dao.gateway.upstream;

import static com.rechain.dao.gateway.upstream.AttemptResult.ABANDONED;
import static com.rechain.dao.gateway.upstream.AttemptResult.ANSWERED;
import static com.rechain.dao.gateway.upstream.AttemptResult.BROKEN;
import static com.rechain.dao.gateway.upstream.AttemptResult.UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Breaker breaker = new Breaker(4, 0.5, Duration.ofSeconds(2));

    @Test
    void opensOnceTheWindowIsFullAndHalfOfItFailed() {
        record(ANSWERED, BROKEN, ANSWERED);
        assertThat(breaker.permits(0)).isTrue();

        record(BROKEN);

        assertThat(breaker.isOpen()).isTrue();
        assertThat(breaker.tryEnter(0)).isFalse();
    }

    @Test
    void staysClosedWhileFewerFail() {
        record(ANSWERED, ANSWERED, BROKEN, ANSWERED, ANSWERED, ANSWERED, BROKEN, ANSWERED);

        assertThat(breaker.permits(0)).isTrue();
    }

    @Test
    void doesNotCountCallersThatLeft() {
        record(BROKEN, ABANDONED, ABANDONED, ABANDONED, ABANDONED);

        assertThat(breaker.permits(0)).isTrue();
    }

    @Test
    void letsOneProbeThroughAfterThePause() {
        record(BROKEN, BROKEN, BROKEN, BROKEN);

        assertThat(breaker.tryEnter(2 * SECOND)).isTrue();
        assertThat(breaker.tryEnter(2 * SECOND)).isFalse();
    }

    @Test
    void closesWhenTheProbeIsAnswered() {
        record(BROKEN, BROKEN, BROKEN, BROKEN);
        breaker.tryEnter(2 * SECOND);

        breaker.record(ANSWERED, 2 * SECOND);

        assertThat(breaker.tryEnter(2 * SECOND)).isTrue();
        assertThat(breaker.tryEnter(2 * SECOND)).isTrue();
    }

    @Test
    void opensAgainWhenTheProbeFails() {
        record(BROKEN, BROKEN, BROKEN, BROKEN);
        breaker.tryEnter(2 * SECOND);

        breaker.record(UNREACHABLE, 2 * SECOND);

        assertThat(breaker.tryEnter(3 * SECOND)).isFalse();
        assertThat(breaker.tryEnter(4 * SECOND)).isTrue();
    }

    @Test
    void probesAgainWhenTheProbesCallerLeft() {
        record(BROKEN, BROKEN, BROKEN, BROKEN);
        breaker.tryEnter(2 * SECOND);

        breaker.record(ABANDONED, 2 * SECOND);

        assertThat(breaker.tryEnter(2 * SECOND)).isTrue();
    }

    private void record(AttemptResult... results) {
        for (AttemptResult result : results) {
            breaker.record(result, 0);
        }
    }
}
