package com.rechain.dao.perf.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MachineTicksTest {
    @Test
    void waitingForADiskIsNoWork() {
        MachineTicks before = MachineTicks.parse(List.of("cpu  100 0 100 700 100 0 0 0 50 0"));
        MachineTicks after = MachineTicks.parse(List.of("cpu  150 0 120 720 105 2 3 0 90 0"));

        assertThat(before).isEqualTo(new MachineTicks(1_000, 200, 100, 0));
        assertThat(after.shareSince(before)).isEqualTo(0.75);
    }

    @Test
    void noTimeIsNoShare() {
        MachineTicks now = MachineTicks.now();

        assertThat(now.shareSince(now)).isZero();
    }
}
