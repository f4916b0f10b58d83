package com.rechain.dao.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdaptiveLimitTest {
    private static final long MILLI = 1_000_000;

    private final AdaptiveLimit limit = new AdaptiveLimit(8, 256, 100 * MILLI, 100 * MILLI);
    private long now;

    @Test
    void itBeginsAtTheMostAndStaysThereWhileAllIsInTime() {
        window(20, 5, 200);

        assertThat(limit.get()).isEqualTo(256);
    }

    @Test
    void itFallsWhereTooManyAreLate() {
        window(20, 150, 200);

        assertThat(limit.get()).isEqualTo(180);
    }

    @Test
    void aTenthMayBeLate() {
        for (int i = 0; i < 18; i++) {
            limit.answered(5 * MILLI, 200, now += MILLI);
        }
        limit.answered(150 * MILLI, 200, now);
        limit.answered(150 * MILLI, 200, now += 100 * MILLI);

        assertThat(limit.get()).isEqualTo(256);
    }

    @Test
    void whatFewWaitForIsNotSlowBecauseOfTheirNumber() {
        for (int i = 0; i < 10; i++) {
            window(20, 400, 3);
        }

        assertThat(limit.get()).isEqualTo(256);
    }

    @Test
    void itNeverFallsBelowTheLeast() {
        for (int i = 0; i < 100; i++) {
            window(20, 400, limit.get());
        }

        assertThat(limit.get()).isEqualTo(8);
    }

    @Test
    void itRisesAgainStepByStepWhileItIsUsed() {
        for (int i = 0; i < 100; i++) {
            window(20, 400, limit.get());
        }
        for (int i = 0; i < 11; i++) {
            window(20, 5, limit.get());
        }

        assertThat(limit.get()).isEqualTo(18);
    }

    @Test
    void whatWasTooMuchOnceIsForgottenWhereNobodyIsKeptOut() {
        for (int i = 0; i < 100; i++) {
            window(20, 400, limit.get());
        }

        for (int i = 0; i < 40; i++) {
            window(20, 5, 2);
        }

        assertThat(limit.get()).isEqualTo(256);
    }

    @Test
    void anInstancesOwnWordCountsAsLate() {
        for (int i = 0; i < 20; i++) {
            limit.refused(200, now += 10 * MILLI);
        }

        assertThat(limit.get()).isLessThan(256);
    }

    /** A server of four workers, ten milliseconds each: 400 a second is its knee. */
    @ParameterizedTest
    @ValueSource(ints = {600, 1_200, 4_000})
    void pastTheKneeGoodputStaysFlatAndNobodyWaitsLong(int offered) {
        Served served = serve(offered, limit);

        assertThat(served.inTime()).isGreaterThanOrEqualTo(9 * 400);
        assertThat(served.slowest()).isLessThan(200 * MILLI);
    }

    @Test
    void beforeTheKneeNobodyIsTurnedAway() {
        assertThat(serve(300, limit).turnedAway()).isZero();
    }

    private void window(int samples, long millis, int inFlight) {
        for (int i = 0; i < samples; i++) {
            limit.answered(millis * MILLI, inFlight, now);
            now += 110 * MILLI / (samples - 1);
        }
    }

    /** What came of the last ten of twenty seconds. */
    private record Served(int inTime, int turnedAway, long slowest) {}

    private static Served serve(int offered, AdaptiveLimit limit) {
        long end = 20_000 * MILLI;
        long[] freeAt = new long[4];
        Queue<long[]> underWay = new ArrayDeque<>();
        List<Long> times = new ArrayList<>();
        int turnedAway = 0;
        for (long at = 0; at < end; at += 1_000 * MILLI / offered) {
            while (!underWay.isEmpty() && underWay.peek()[1] <= at) {
                long[] done = underWay.remove();
                limit.answered(done[1] - done[0], underWay.size() + 1, done[1]);
                if (done[1] > end / 2) {
                    times.add(done[1] - done[0]);
                }
            }
            if (underWay.size() >= limit.get()) {
                turnedAway += at > end / 2 ? 1 : 0;
                continue;
            }
            int next = earliest(freeAt);
            freeAt[next] = Math.max(at, freeAt[next]) + 10 * MILLI;
            underWay.add(new long[] {at, freeAt[next]});
        }
        int inTime = (int) times.stream().filter(time -> time <= 150 * MILLI).count();
        long slowest = times.stream().mapToLong(Long::longValue).max().orElse(0);
        return new Served(inTime, turnedAway, slowest);
    }

    private static int earliest(long[] freeAt) {
        int least = 0;
        for (int i = 1; i < freeAt.length; i++) {
            least = freeAt[i] < freeAt[least] ? i : least;
        }
        return least;
    }
}
