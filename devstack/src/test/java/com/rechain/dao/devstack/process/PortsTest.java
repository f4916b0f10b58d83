package com.rechain.dao.devstack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void freePortsAreDifferentAndFree() {
        int[] ports = Ports.free(5);

        assertThat(IntStream.concat(IntStream.of(ports), IntStream.of(Ports.free(500))))
                .doesNotHaveDuplicates();
        assertThat(IntStream.of(ports)).allMatch(port -> port < 30_000, "no system gives it away");
        assertThat(Arrays.stream(ports).filter(port -> Ports.taken(port) || Ports.answers(port)))
                .isEmpty();
    }

    @Test
    void aTakenPortIsNamedTogetherWithWhoNeedsIt() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            int port = other.getLocalPort();

            assertThat(Ports.answers(port)).isTrue();
            assertThatThrownBy(() -> Ports.requireFree(port, "gateway-1"))
                    .isInstanceOf(LaunchException.class)
                    .hasMessage(
                            "Port %d, which gateway-1 needs, is taken by another program.", port);
        }
    }
}
