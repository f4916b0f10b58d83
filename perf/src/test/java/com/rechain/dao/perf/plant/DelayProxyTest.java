package com.rechain.dao.perf.plant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DelayProxyTest {
    private static final Duration DELAY = Duration.ofMillis(30);

    @Test
    void whatIsSaidArrivesWholeAndLate() throws IOException {
        try (ServerSocket echo = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
                DelayProxy proxy = DelayProxy.to(echo.getLocalPort(), DELAY)) {
            Thread.ofVirtual().start(() -> answer(echo));
            long startedAt = System.nanoTime();
            try (Socket caller = new Socket(InetAddress.ofLiteral("127.0.0.1"), proxy.port())) {
                caller.getOutputStream().write(new byte[] {1, 2, 3});

                assertThat(caller.getInputStream().readNBytes(3)).containsExactly(1, 2, 3);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - startedAt))
                    .isGreaterThanOrEqualTo(DELAY.multipliedBy(2));
        }
    }

    private static void answer(ServerSocket echo) {
        try (Socket caller = echo.accept()) {
            caller.getOutputStream().write(caller.getInputStream().readNBytes(3));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
