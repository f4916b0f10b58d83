package com.rechain.dao.perf.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CompilingTest {
    @Test
    void isAShareOfWhatWasUsedMeanwhile() {
        Compiling before = new Compiling(100, 1_000);

        assertThat(new Compiling(125, 1_100).shareSince(before)).isEqualTo(0.25);
        assertThat(before.shareSince(before)).isZero();
    }

    @Test
    void theCompilersOfThisProcessAreFound() {
        Compiling now = Compiling.of(List.of(ProcessHandle.current().pid()));

        assertThat(now.compilers()).isPositive().isLessThan(now.all());
    }

    @Test
    void aProcessThatIsGoneHasUsedNothing() {
        assertThat(Compiling.of(List.of(Long.MAX_VALUE))).isEqualTo(new Compiling(0, 0));
    }
}
