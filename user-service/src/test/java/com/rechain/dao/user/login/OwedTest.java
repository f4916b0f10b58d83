package com.rechain.dao.user.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OwedTest {
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final AtomicLong time = new AtomicLong(Long.MAX_VALUE);
    private final Owed owed = new Owed(WINDOW, time::get);

    @Test
    void whatIsTakenIsOwedNoMore() {
        owed.add(Forgetting.one("a", 7));
        owed.add(Forgetting.one("a", 7));
        owed.add(Forgetting.all("a"));

        assertThat(owed.take().keySet())
                .containsExactlyInAnyOrder(Forgetting.one("a", 7), Forgetting.all("a"));
        assertThat(owed.isNothing()).isTrue();
    }

    @Test
    void allAttemptsUnderAKeyAreOwedForAMinuteAndOneForItsWindow() {
        owed.add(Forgetting.all("a"));
        owed.add(Forgetting.one("a", 7));

        pass(Duration.ofMinutes(1));
        var still = owed.take();
        assertThat(still.keySet()).containsExactly(Forgetting.one("a", 7));

        still.forEach(owed::keep);
        pass(WINDOW.minusMinutes(1));
        assertThat(owed.take()).as("also when it is put back").isEmpty();
    }

    @Test
    void noMoreAreOwedThanFitIntoAThousand() {
        for (int i = 0; i < 2_000; i++) {
            owed.add(Forgetting.one("a", i));
        }

        assertThat(owed.take()).hasSize(1_000);
    }

    private void pass(Duration duration) {
        time.addAndGet(duration.toNanos());
    }
}
