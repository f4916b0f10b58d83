package com.rechain.dao.gateway.upstream;

import static com.rechain.dao.gateway.upstream.AttemptResult.ANSWERED;
import static com.rechain.dao.gateway.upstream.AttemptResult.UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EjectionTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Ejection ejection = new Ejection(3, Duration.ofSeconds(1), Duration.ofSeconds(3));

    @Test
    void takesSoManyFailuresInARow() {
        assertThat(fail(0)).isFalse();
        assertThat(fail(0)).isFalse();
        ejection.record(ANSWERED, 0);
        assertThat(fail(0)).isFalse();
        assertThat(fail(0)).isFalse();
        assertThat(fail(0)).isTrue();
        assertThat(ejection.isEjected(0)).isTrue();
    }

    @Test
    void lastsTwiceAsLongEachTimeUpToALimit() {
        fail(0);
        fail(0);
        fail(0);
        assertThat(ejection.endsAt()).isEqualTo(SECOND);

        assertThat(fail(SECOND)).isTrue();
        assertThat(ejection.endsAt()).isEqualTo(3 * SECOND);

        assertThat(fail(3 * SECOND)).isTrue();
        assertThat(ejection.endsAt()).isEqualTo(6 * SECOND);
    }

    @Test
    void doesNotGrowByFailuresThatWereUnderWay() {
        fail(0);
        fail(0);
        fail(0);

        assertThat(fail(SECOND / 2)).isFalse();
        assertThat(ejection.endsAt()).isEqualTo(SECOND);
    }

    @Test
    void isForgottenAfterAGoodAnswer() {
        fail(0);
        fail(0);
        fail(0);
        ejection.record(ANSWERED, SECOND);

        assertThat(fail(SECOND)).isFalse();
        assertThat(ejection.isEjected(SECOND)).isFalse();
    }

    private boolean fail(long now) {
        return ejection.record(UNREACHABLE, now);
    }
}
