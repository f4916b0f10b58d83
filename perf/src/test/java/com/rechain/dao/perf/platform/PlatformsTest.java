package com.rechain.dao.perf.platform;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rechain.dao.devstack.process.Ports;
import com.rechain.dao.perf.cli.UsageException;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformsTest {
    @TempDir Path root;

    @Test
    void aGatewayThatDoesNotAnswerIsNamed() {
        String url = "http://127.0.0.1:" + Ports.free(1)[0];

        assertThatThrownBy(() -> Platforms.open(root, url))
                .isInstanceOf(UsageException.class)
                .hasMessage("No gateway answers at " + url + ".");
    }

    @Test
    void whatIsNoAddressIsRefused() {
        assertThatThrownBy(() -> Platforms.open(root, "localhost:8080"))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "--url takes an address like http://127.0.0.1:8080, not localhost:8080.");
    }

    @Test
    void whatAnswersOtherwiseIsNoGateway() throws IOException {
        try (Answering server = new Answering(404)) {
            assertThatThrownBy(() -> Platforms.open(root, server.url()))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("it says 404 to the list of proposals");
        }
    }

    @Test
    void aForeignPlatformNeedsItsDoorsNamed() throws IOException {
        try (Answering server = new Answering(200)) {
            assertThatThrownBy(() -> Platforms.open(root, server.url()))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("DAO_PERF_DATABASE");
        }
    }

    /** A server that says the same to everybody. */
    private static final class Answering implements AutoCloseable {
        private final HttpServer server;

        Answering(int status) throws IOException {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    "/",
                    exchange -> {
                        exchange.sendResponseHeaders(status, -1);
                        exchange.close();
                    });
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
