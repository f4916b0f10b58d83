package com.rechain.dao.gateway.forward;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.gateway.route.Priority;
import com.rechain.dao.gateway.support.GatewayUnderTest;
import org.junit.jupiter.api.Test;

class LoopDelayTest {
    private static final long TARGET = 20_000_000;

    private final LoopDelay delay = new LoopDelay(GatewayUnderTest.VERTX, TARGET);

    @Test
    void aBurstTurnsNobodyAway() {
        for (int i = 0; i < 100; i++) {
            delay.waited(i % 10 == 9 ? 0 : 10 * TARGET);
        }

        assertThat(delay.turnsAway(Priority.EXPORT)).isFalse();
    }

    @Test
    void aStandingQueueTurnsOnePriorityAfterTheOtherAwayButNeverVotes() {
        interval(2 * TARGET);
        assertThat(delay.turnsAway(Priority.EXPORT)).isTrue();
        assertThat(delay.turnsAway(Priority.LIST)).isFalse();

        interval(2 * TARGET);
        assertThat(delay.turnsAway(Priority.LIST)).isTrue();
        assertThat(delay.turnsAway(Priority.OTHER)).isFalse();

        interval(2 * TARGET);
        interval(2 * TARGET);
        interval(2 * TARGET);
        assertThat(delay.turnsAway(Priority.OTHER)).isTrue();
        assertThat(delay.turnsAway(Priority.VOTE)).isFalse();
    }

    @Test
    void theyAreTakenBackInTheOtherOrder() {
        interval(2 * TARGET);
        interval(2 * TARGET);

        interval(0);

        assertThat(delay.turnsAway(Priority.LIST)).isFalse();
        assertThat(delay.turnsAway(Priority.EXPORT)).isTrue();
        interval(0);
        assertThat(delay.turnsAway(Priority.EXPORT)).isFalse();
    }

    private void interval(long nanos) {
        for (int i = 0; i < 10; i++) {
            delay.waited(nanos);
        }
    }
}
