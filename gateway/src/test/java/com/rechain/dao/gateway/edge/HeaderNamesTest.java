package com.rechain.dao.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.AsciiString;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection",
                "connection",
                "TRANSFER-ENCODING",
                "te",
                "http2-settings",
                "X-Forwarded-Anything",
                "x_forwarded_for",
                "Dao-Internal-Secret",
                "dao_internal_secret",
                "X-User-Id",
                "x-http-method-override",
                "Host",
                "traceparent"
            })
    void whatEndsOnTheWayInHoweverItIsWritten(String name) {
        assertThat(HeaderNames.endsHereOnTheWayIn(name)).isTrue();
        assertThat(HeaderNames.endsHereOnTheWayIn(AsciiString.of(name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accept", "X-Users", "Dao-Internal", "Hos", "Hosts", "e", "X_Other"})
    void whatPassesOnTheWayIn(String name) {
        assertThat(HeaderNames.endsHereOnTheWayIn(name)).isFalse();
        assertThat(HeaderNames.endsHereOnTheWayIn(AsciiString.of(name))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"server", "Via", "X-POWERED-BY", "cache-tag", "x-request-id", "Keep-Alive"})
    void whatEndsOnTheWayOut(String name) {
        assertThat(HeaderNames.endsHereOnTheWayOut(name)).isTrue();
        assertThat(HeaderNames.endsHereOnTheWayOut(AsciiString.of(name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ETag", "Cache-Control", "Content-Type", "Set-Cookie", "Age"})
    void whatPassesOnTheWayOut(String name) {
        assertThat(HeaderNames.endsHereOnTheWayOut(name)).isFalse();
    }
}
