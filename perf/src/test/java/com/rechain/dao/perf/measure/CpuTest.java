package com.rechain.dao.perf.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CpuTest {
    @Test
    void userAndSystemTimeAreAddedWhateverTheProcessIsCalled() {
        String stat =
                "4242 (a) b (c) S 1 4242 4242 0 -1 4194560 100 200 3 4 150 50 7 8 20 0 12 0 555 1 2";

        assertThat(Cpu.parse(stat)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aRequestCostsWhatAllProcessesUsedForIt() {
        Cpu before = new Cpu(Map.of("gateway", 1_000_000L, "mariadb", 0L));
        Cpu after = new Cpu(Map.of("gateway", 7_000_000L, "mariadb", 2_000_000L));

        Cpu used = after.since(before);

        assertThat(used.nanos()).isEqualTo(Map.of("gateway", 6_000_000L, "mariadb", 2_000_000L));
        assertThat(used.microsPer(100)).isEqualTo(80);
    }

    @Test
    void noRequestCostsNothing() {
        assertThat(new Cpu(Map.of("gateway", 1L)).microsPer(0)).isZero();
    }

    @Test
    void aProcessThatIsGoneHasUsedNothing() {
        assertThat(Cpu.of(Map.of("gone", Long.MAX_VALUE)).nanos()).isEqualTo(Map.of("gone", 0L));
    }

    @Test
    void thisProcessHasUsedSomething() {
        assertThat(Cpu.ofProcess(ProcessHandle.current().pid())).isPositive();
    }

    @Test
    void waitingForADiskIsNoWork() {
        Cpu.Machine before = Cpu.Machine.parse(List.of("cpu  100 0 100 700 100 0 0 0 50 0"));
        Cpu.Machine after = Cpu.Machine.parse(List.of("cpu  150 0 120 720 105 2 3 0 90 0"));

        assertThat(before).isEqualTo(new Cpu.Machine(200, 1_000));
        assertThat(after.shareSince(before)).isEqualTo(0.75);
    }
}
