package com.rechain.dao.perf.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    private long compilers;
    private long all;
    private int stretches;

    @Test
    void endsWhenHardlyAnythingIsCompiled() {
        WarmUp.until(this::used, () -> compiling(40 / (1 << stretches)));

        // 40, 20, 10, 5 and then 2 of a hundred.
        assertThat(stretches).isEqualTo(5);
    }

    @Test
    void doesNotGoOnForever() {
        WarmUp.until(this::used, () -> compiling(50));

        assertThat(stretches).isEqualTo(20);
    }

    @Test
    void aLoadThatCannotBeRunSaysSo() {
        assertThatThrownBy(() ->
                        WarmUp.<IOException>until(
                                this::used,
                                () -> {
                                    throw new IOException("no gateway");
                                }))
                .isInstanceOf(IOException.class)
                .hasMessage("no gateway");
    }

    private Compiling used() {
        return new Compiling(compilers, all);
    }

    private void compiling(int percent) {
        stretches++;
        compilers += percent;
        all += 100;
    }
}
