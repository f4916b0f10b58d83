package com.rechain.dao.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.gateway.support.GatewayUnderTest;
import com.rechain.dao.gateway.support.RawClient;
import com.rechain.dao.gateway.support.ScriptedService;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DrainingIT {
    private final ScriptedService users = ScriptedService.answering(200, "users");
    private final GatewayUnderTest gateway = GatewayUnderTest.builder().users(users).start();

    @AfterEach
    void stop() {
        gateway.close();
        users.close();
    }

    @Test
    void aDrainingGatewayAnswersAndEndsEachConnection() throws IOException {
        try (RawClient client = new RawClient(gateway.port())) {
            client.say("GET /api/v1/users/1 HTTP/1.1\r\nHost: a\r\n\r\n").readUntil("users");

            gateway.gateway().draining().begin();

            String last = client.say("GET /api/v1/users/1 HTTP/1.1\r\nHost: a\r\n\r\n").readToEnd();
            assertThat(last)
                    .startsWith("HTTP/1.1 200")
                    .contains("connection: close")
                    .endsWith("users");
        }
    }

    @Test
    void nothingIsUnderWayOnceAllIsAnswered() throws Exception {
        gateway.get("/api/v1/users/1");
        gateway.get("/nowhere");

        assertThat(gateway.gateway().draining().underWay()).isZero();
    }

    @Test
    void moreConnectionsThanAllowedAreClosedAsTheyCome() throws Exception {
        try (GatewayUnderTest narrow =
                        GatewayUnderTest.builder()
                                .users(users)
                                .set("http.max-connections", "1")
                                .start();
                RawClient first = new RawClient(narrow.port())) {
            first.say("GET /api/v1/users/1 HTTP/1.1\r\nHost: a\r\n\r\n").readUntil("users");

            try (RawClient second = new RawClient(narrow.port())) {
                assertThat(second.readToEnd()).isEmpty();
            }
        }
    }
}
