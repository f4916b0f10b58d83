package com.rechain.dao.user.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LocalAttemptsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AtomicLong time = new AtomicLong();
    private final LocalAttempts attempts = new LocalAttempts(time::get);

    @Test
    void attemptsAddUpWithinTheWindowAndAreForgottenAfterIt() {
        assertThat(attempts.increment("a", MINUTE)).isEqualTo(new AttemptCount(1, MINUTE));
        pass(Duration.ofSeconds(45));
        assertThat(attempts.increment("a", MINUTE))
                .isEqualTo(new AttemptCount(2, Duration.ofSeconds(15)));
        pass(Duration.ofSeconds(15));
        assertThat(attempts.increment("a", MINUTE)).isEqualTo(new AttemptCount(1, MINUTE));
    }

    @Test
    void keysAreCountedApart() {
        attempts.increment("a", MINUTE);

        assertThat(attempts.increment("b", MINUTE).attempts()).isEqualTo(1);
    }

    @Test
    void anAttemptIsTakenBackAndAllAreForgotten() {
        attempts.increment("a", MINUTE);
        attempts.increment("a", MINUTE);
        attempts.takeBack("a");
        assertThat(attempts.increment("a", MINUTE).attempts()).isEqualTo(2);

        attempts.forget("a");

        assertThat(attempts.increment("a", MINUTE).attempts()).isEqualTo(1);
    }

    @Test
    void nobodyIsOwedAttempts() {
        attempts.increment("a", MINUTE);
        attempts.takeBack("a");
        attempts.takeBack("a");

        assertThat(attempts.increment("a", MINUTE).attempts()).isEqualTo(1);
    }

    private void pass(Duration duration) {
        time.addAndGet(duration.toNanos());
    }
}
