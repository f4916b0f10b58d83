package com.rechain.dao.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.1.2, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "192.168.1.128/25, 192.168.1.200, true",
        "192.168.1.128/25, 192.168.1.127, false",
        "127.0.0.1, 127.0.0.1, true",
        "127.0.0.1, 127.0.0.2, false",
        "0.0.0.0/0, 8.8.8.8, true",
        "::1, 0:0:0:0:0:0:0:1, true",
        "fd00::/8, fd12::1, true",
        "fd00::/8, fe80::1%eth0, false",
        "::/0, 127.0.0.1, false"
    })
    void anAddressIsTrustedWithinItsBlock(String block, String ip, boolean trusted) {
        assertThat(new TrustedProxies(List.of(block)).trust(ip)).isEqualTo(trusted);
    }

    @Test
    void withoutEntriesNobodyIsTrusted() {
        assertThat(new TrustedProxies(List.of()).trust("127.0.0.1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.0.0.0/33", "10.0.0.0/-1", "", "10.0.0.0/x"})
    void aMistakeIsFoundAtTheStart(String entry) {
        assertThatThrownBy(() -> new TrustedProxies(List.of(entry)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    8.8.8.8 | 10.0.0.1 | 8.8.8.8, 10.0.0.1
                    6.6.6.6, 8.8.8.8 | 10.0.0.1 | 8.8.8.8, 10.0.0.1
                    6.6.6.6,8.8.8.8, 10.0.0.2 | 10.0.0.1 | 8.8.8.8, 10.0.0.2, 10.0.0.1
                    <nonsense>, 8.8.8.8 | 10.0.0.1 | 8.8.8.8, 10.0.0.1
                    <nonsense> | 10.0.0.1 | <nonsense>, 10.0.0.1
                    10.0.0.3 | 10.0.0.1 | 10.0.0.3, 10.0.0.1
                    6.6.6.6 | 8.8.8.8 | 8.8.8.8
                    """)
    void whatACallerPutBeforeItsOwnAddressIsDropped(String given, String peer, String expected) {
        TrustedProxies proxies = new TrustedProxies(List.of("10.0.0.0/8"));

        assertThat(String.join(", ", proxies.chainFromCaller(List.of(given), peer)))
                .isEqualTo(expected);
    }
}
