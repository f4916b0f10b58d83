package com.rechain.dao.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HotKeysTest {
    @Test
    void theSampleTellsWhatIsReadMost() {
        HotKeys<String> keys = new HotKeys<>();
        for (int i = 0; i < 20_000; i++) {
            keys.read("hot");
            if (i % 100 == 0) {
                keys.read("cold");
            }
        }

        Map<String, Long> drained = keys.drain();
        assertThat(drained.get("hot")).isBetween(900L, 1_600L);
        assertThat(drained.getOrDefault("cold", 0L)).isLessThan(100);
        assertThat(keys.drain()).isEmpty();
    }

    @Test
    void howeverManyKeysThereAreItsMemoryIsBounded() {
        HotKeys<Integer> keys = new HotKeys<>();
        for (int i = 0; i < 200_000; i++) {
            keys.read(i);
        }

        assertThat(keys.drain()).hasSizeLessThanOrEqualTo(2_048);
    }
}
