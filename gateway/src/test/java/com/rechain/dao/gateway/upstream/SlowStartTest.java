package com.rechain.dao.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SlowStartTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

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
