package com.rechain.dao.perf.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CpuTest {
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
}
