package com.rechain.dao.devstack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryTest {

    @Test
    void readsTheResidentSize() {
        assertThat(
                        Memory.parse(
                                List.of(
                                        "Name:\tjava",
                                        "VmSize:\t 900000 kB",
                                        "VmRSS:\t  310272 kB")))
                .isEqualTo(303);
    }

    @Test
    void aKernelThreadHoldsNothing() {
        assertThat(Memory.parse(List.of("Name:\tkthreadd"))).isZero();
    }
}
