package com.rechain.dao.perf.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryTest {
    @Test
    void aFieldIsReadInBytes() {
        List<String> rollup =
                List.of("55d0-7ffd ---p [rollup]", "Rss:   2048 kB", "Pss:   1024 kB");

        assertThat(Memory.field(rollup, "Pss:")).isEqualTo(1024 * 1024);
    }

    @Test
    void aFieldThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Memory.field(List.of(), "Pss:")).hasMessageContaining("Pss:");
    }

    @Test
    void sharedPagesCountInPart() throws IOException {
        long self = ProcessHandle.current().pid();

        assertThat(Memory.proportional(self)).isPositive();
        assertThat(Memory.resident(self)).isPositive();
    }
}
