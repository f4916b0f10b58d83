package com.rechain.dao.gateway.upstream;

import static com.rechain.dao.gateway.upstream.AttemptResult.ABANDONED;
import static com.rechain.dao.gateway.upstream.AttemptResult.ANSWERED;
import static com.rechain.dao.gateway.upstream.AttemptResult.BROKEN;
import static com.rechain.dao.gateway.upstream.AttemptResult.UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GuardsTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Nested
    class TheBreaker {
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

    @Nested
    class TheEjection {
        private final Ejection ejection =
                new Ejection(3, Duration.ofSeconds(1), Duration.ofSeconds(3));

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

    @Nested
    class TheSlowStart {
        private final SlowStart start = new SlowStart(Duration.ofSeconds(10));

        @Test
        void isOverForThoseThatNeverCameBack() {
            assertThat(start.share(0)).isEqualTo(1);
        }

        @Test
        void growsEvenlyFromATenth() {
            start.begin(SECOND);

            assertThat(start.share(SECOND)).isEqualTo(0.1);
            assertThat(start.share(6 * SECOND)).isEqualTo(0.55, Offset.offset(1e-9));
            assertThat(start.share(11 * SECOND)).isEqualTo(1);
            assertThat(start.share(2 * SECOND)).isEqualTo(1);
        }

        @Test
        void mayBeginLater() {
            start.begin(5 * SECOND);

            assertThat(start.share(0)).isEqualTo(0.1);
        }
    }

    @Nested
    class TheRetryBudget {
        @Test
        void beginsWithItsReserve() {
            RetryBudget budget = new RetryBudget(0.1, 2);

            assertThat(budget.trySpend()).isTrue();
            assertThat(budget.trySpend()).isTrue();
            assertThat(budget.trySpend()).isFalse();
        }

        @Test
        void earnsOneRetryByTenRequests() {
            RetryBudget budget = new RetryBudget(0.1, 1);
            budget.trySpend();

            for (int i = 0; i < 9; i++) {
                budget.earn();
            }
            assertThat(budget.trySpend()).isFalse();
            budget.earn();
            assertThat(budget.trySpend()).isTrue();
        }

        @Test
        void savesNoMoreThanItsReserve() {
            RetryBudget budget = new RetryBudget(1, 2);
            for (int i = 0; i < 100; i++) {
                budget.earn();
            }

            assertThat(budget.trySpend()).isTrue();
            assertThat(budget.trySpend()).isTrue();
            assertThat(budget.trySpend()).isFalse();
        }
    }
}
