package com.rechain.dao.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.gateway.support.GatewayUnderTest;
import com.rechain.dao.gateway.support.RawClient;
import com.rechain.dao.gateway.support.ScriptedService;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathTricksIT {
    private static final ScriptedService SERVICE = ScriptedService.answering(200, "reached");
    private static final GatewayUnderTest GATEWAY =
            GatewayUnderTest.builder().users(SERVICE).proposals(SERVICE).votings(SERVICE).start();

    @AfterAll
    static void stop() {
        GATEWAY.close();
        SERVICE.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/users/../../../internal/v1/spaces",
                "/api/v1/users/..",
                "/api/v1/users/./me",
                "/api/v1/users/%2e%2e/%2e%2e/internal",
                "/api/v1/users/.%2E/internal",
                "/api/v1/users/%252e%252e/internal",
                "/api/v1/users/..%2finternal",
                "/api/v1/users/..%5cinternal",
                "/api/v1/users/..\\internal",
                "/api/v1/users//internal",
                "//internal/v1/spaces",
                "/api/v1//proposals",
                "/api/v1/users;x=1/me",
                "/api/v1/users/..;/internal",
                "/api/v1/users/me%3bx",
                "/api/v1/users/%00",
                "/api/v1/users/%0d%0aX:1",
                "/api/v1/proposals/1/b%61llot",
                "/api/v1/users/%zz",
                "/api/v1/users/%2",
                "/api/v1/users/%",
                "/api/v1/users/%c3",
                "/api/v1/users/%c0%af",
                "/api/v1/users/%ed%a0%80",
                "/api/v1/users/%f5%80%80%80",
                "/api/v1/users/\u00e9",
                "/api/v1/users/me#x",
                "/api/v1/users?q=%ff",
                "/api/v1/users?q=%u0041",
                "http://internal/api/v1/users",
                "internal",
                "*"
            })
    void isRefused(String target) throws IOException {
        SERVICE.received().clear();
        try (RawClient client = new RawClient(GATEWAY.port())) {
            String answer =
                    client.say(
                                    "GET "
                                            + target
                                            + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                            .readToEnd();

            assertThat(answer).startsWith("HTTP/1.1 400").contains("\"code\":\"ambiguous-path\"");
        }
        assertThat(SERVICE.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/users/",
                "/api/v1/users/...",
                "/api/v1/users/.well",
                "/api/v1/users/a%20b",
                "/api/v1/users/%e2%82%ac",
                "/api/v1/users/%f0%9f%97%b3",
                "/api/v1/users/@me:x,y",
                "/api/v1/users?q=a/../b;c%2f%2e&r=%F0%9F%97%B3"
            })
    void isHarmless(String target) throws IOException {
        SERVICE.received().clear();
        try (RawClient client = new RawClient(GATEWAY.port())) {
            client.say("GET " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                    .readToEnd();
        }

        assertThat(SERVICE.received()).singleElement().extracting("uri").isEqualTo(target);
    }
}
