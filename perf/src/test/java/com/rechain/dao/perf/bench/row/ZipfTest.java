package com.rechain.dao.perf.bench.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ZipfTest {
    private static final int DRAWS = 200_000;

    @Test
    void theSecondIsHalfAsPopularAsTheFirst() {
        int[] counts = new int[100];
        Zipf zipf = new Zipf(counts.length, 1);

        for (int i = 0; i < DRAWS; i++) {
            counts[zipf.next()]++;
        }

        double sum = IntStream.rangeClosed(1, 100).mapToDouble(k -> 1.0 / k).sum();
        assertThat(counts[0] / (double) DRAWS).isCloseTo(1 / sum, within(0.01));
        assertThat(counts[1] / (double) DRAWS).isCloseTo(0.5 / sum, within(0.01));
        assertThat(counts[99]).isPositive();
    }

    @Test
    void theSameSeedDrawsTheSame() {
        Zipf one = new Zipf(50, 7);
        Zipf other = new Zipf(50, 7);

        for (int i = 0; i < 1_000; i++) {
            assertThat(one.next()).isEqualTo(other.next());
        }
    }
}
