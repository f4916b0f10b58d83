package com.rechain.dao.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.platform.replica.Versioned;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class LocalTierTest {
    private final TagStamps stamps = new TagStamps();

    @Test
    void whatIsKeptIsFoundUntilATagOfItsDies() {
        LocalTier<String, String> tier = new LocalTier<>(spec(1 << 20), stamps);
        tier.keep("a", entry(10), tier.epoch());
        tier.keep("b", entry(10), tier.epoch());

        assertThat(invalidate(tier, "one:a", 20)).isOne();
        assertThat(tier.find("a")).isNull();
        assertThat(tier.find("b")).isNotNull();

        assertThat(invalidate(tier, "all", 20)).isOne();
        assertThat(tier.find("b")).isNull();
    }

    @Test
    void aNewerEntryOutlivesAnOlderInvalidation() {
        LocalTier<String, String> tier = new LocalTier<>(spec(1 << 20), stamps);
        tier.keep("a", entry(30), tier.epoch());

        assertThat(invalidate(tier, "one:a", 20)).isZero();
        assertThat(tier.find("a")).isNotNull();
    }

    @Test
    void whatWasLoadedBeforeAnInvalidationOrAGapIsNotKept() {
        LocalTier<String, String> tier = new LocalTier<>(spec(1 << 20), stamps);
        long before = tier.epoch();
        invalidate(tier, "all", 20);
        tier.keep("a", entry(20), before);
        assertThat(tier.find("a")).isNull();

        tier.forget();
        tier.keep("a", entry(30), before);
        assertThat(tier.find("a")).isNull();
        tier.keep("a", entry(30), tier.epoch());
        assertThat(tier.find("a")).isNotNull();
    }

    @Test
    void itKeepsNoMoreThanItsWeight() {
        LocalTier<String, String> tier = new LocalTier<>(spec(100_000), stamps);
        for (int i = 0; i < 1_000; i++) {
            tier.keep("k" + i, new CacheEntry<>(10, "v", 1_000), tier.epoch());
        }
        tier.entries().cleanUp();

        assertThat(tier.bytes()).isBetween(50_000L, 100_000L);
        assertThat(tier.entries().stats().evictionCount()).isGreaterThan(900);
    }

    @Test
    void noOldEntrySurvivesARaceOfLoadsAndInvalidations() throws InterruptedException {
        LocalTier<String, String> tier = new LocalTier<>(spec(1 << 20), stamps);
        AtomicBoolean over = new AtomicBoolean();
        Thread loader =
                Thread.ofVirtual()
                        .start(() -> {
                            while (!over.get()) {
                                long version = ThreadLocalRandom.current().nextLong(1, 5_000);
                                tier.keep("a", entry(version), tier.epoch());
                            }
                        });
        for (long version = 1; version < 5_000; version++) {
            invalidate(tier, "all", version);
        }
        over.set(true);
        loader.join();

        // Had an older one slipped through, it would lie there without being under its tag.
        assertThat(tier.find("a")).isNull();
    }

    private int invalidate(LocalTier<String, String> tier, String tag, long version) {
        stamps.invalidated(tag, version);
        return tier.invalidate(tag, version);
    }

    private static CacheEntry<String> entry(long version) {
        return new CacheEntry<>(version, "v", 100);
    }

    private static CacheSpec<String, String> spec(long bytes) {
        return CacheSpec.<String, String>named("trial")
                .keyedBy("a key", text -> text)
                .holding("a value", 100)
                .living(Duration.ofMinutes(1))
                .upTo(bytes)
                .taggedBy(key -> List.of("one:" + key, "all"))
                .loadedBy((_, _) -> new Versioned<>(1, Optional.of("v")))
                .build();
    }
}
