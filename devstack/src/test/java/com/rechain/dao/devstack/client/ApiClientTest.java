package com.rechain.dao.devstack.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiClientTest {
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void startRefusingOnce() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    int status = asked.incrementAndGet() == 1 ? 503 : 200;
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void comesBackWhereItIsRefusedForNow() {
        assertThat(client().trying(2).get("/").status()).isEqualTo(200);
        assertThat(asked).hasValue(2);
    }

    @Test
    void asksOnceUnlessToldOtherwise() {
        assertThat(client().get("/").status()).isEqualTo(503);
        assertThat(asked).hasValue(1);
    }

    private ApiClient client() {
        return ApiClient.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }
}
