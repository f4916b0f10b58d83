package com.rechain.dao.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.platform.replica.Versioned;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the cache's rules come to in counts, on a small model of the traffic that is expected. */
class CacheBehaviourTest {
    private static final int KEYS = 1_000;
    private static final int WARM_UP = 50_000;
    private static final int READS = 500_000;
    private static final int BYTES = 1_000;

    private final TagStamps stamps = new TagStamps();
    private final Random random = new Random(20_260_101);
    private final double[] cumulative = zipf(KEYS);
    private long now = 1_000_000;
    private int loads;

    @Test
    void underZipfWithOneWriteInAHundredNinetyNineInAHundredReadsNeedNoLoad() {
        TieredCache<Integer, Long> cache = cache((long) KEYS * BYTES * 2);
        run(cache, WARM_UP, Integer.MAX_VALUE);
        loads = 0;

        int writes = run(cache, READS, 100);

        assertThat(loads).isLessThanOrEqualTo(writes);
        assertThat(1 - (double) loads / READS).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void withRoomForATenthTheTenthThatIsReadMostStays() {
        TieredCache<Integer, Long> cache = cache((long) KEYS * (BYTES + 256) / 10);
        run(cache, WARM_UP, Integer.MAX_VALUE);
        loads = 0;

        run(cache, READS, 100);

        // What the hundred most-read keys of a thousand are read: H(100) / H(1000) = 0.69.
        assertThat(1 - (double) loads / READS).isGreaterThan(0.60);
    }

    /** Reads, with a write between them every {@code writeEvery}; answers how many writes. */
    private int run(TieredCache<Integer, Long> cache, int reads, int writeEvery) {
        int writes = 0;
        for (int i = 1; i <= reads; i++) {
            now++;
            if (i % writeEvery == 0) {
                int key = next();
                stamps.invalidated("key:" + key, now);
                cache.invalidated("key:" + key, now);
                now++;
                writes++;
            }
            cache.get(next());
        }
        return writes;
    }

    private TieredCache<Integer, Long> cache(long bytes) {
        return new TieredCache<>(
                CacheSpec.<Integer, Long>named("trial")
                        .keyedBy("a rank", Integer::valueOf)
                        .holding("when it was loaded", BYTES)
                        .living(Duration.ofHours(1))
                        .upTo(bytes)
                        .taggedBy(key -> List.of("key:" + key))
                        .loadedBy((_, _) -> {
                            loads++;
                            return new Versioned<>(now, Optional.of(now));
                        })
                        .build(),
                Optional.empty(),
                stamps,
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                new SimpleMeterRegistry());
    }

    private int next() {
        double at = random.nextDouble() * cumulative[KEYS - 1];
        int low = 0;
        int high = KEYS - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (cumulative[middle] < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double[] zipf(int keys) {
        double[] sums = new double[keys];
        double sum = 0;
        for (int rank = 1; rank <= keys; rank++) {
            sum += 1.0 / rank;
            sums[rank - 1] = sum;
        }
        return sums;
    }
}
