package com.rechain.dao.devstack.backing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharedLibrariesTest {

    @Test
    void whatIsMissingIsNamed() {
        assertThat(
                        SharedLibraries.missing(
                                """
                                \tlinux-vdso.so.1 (0x00007f947c872000)
                                \tlibcrypt.so.1 => not found
                                \tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f9479a1e000)
                                \tlibsystemd.so.0 => not found
                                """))
                .containsExactly("libcrypt.so.1", "libsystemd.so.0");
    }
}
