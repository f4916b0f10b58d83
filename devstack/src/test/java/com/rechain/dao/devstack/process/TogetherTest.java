package com.rechain.dao.devstack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class TogetherTest {

    @Test
    void workRunsAtTheSameTime() {
        CyclicBarrier meeting = new CyclicBarrier(2);

        Together.run(() -> meet(meeting), () -> meet(meeting));

        assertThat(meeting.isBroken()).isFalse();
    }

    @Test
    void aFailureIsThrownAfterTheOthersAreDone() {
        AtomicBoolean otherDone = new AtomicBoolean();

        assertThatThrownBy(() ->
                        Together.run(
                                () -> {
                                    throw new LaunchException("no");
                                },
                                () -> otherDone.set(true)))
                .isInstanceOf(LaunchException.class)
                .hasMessage("no");
        assertThat(otherDone).isTrue();
    }

    private static void meet(CyclicBarrier meeting) {
        try {
            meeting.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}
