package com.rechain.dao.gateway.forward;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.gateway.support.GatewayUnderTest;
import com.rechain.dao.gateway.support.RawClient;
import com.rechain.dao.gateway.support.ScriptedService;
import io.vertx.core.http.HttpServerRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetriesIT {
    private static final String GET = "/api/v1/proposals/1/tally";

    private final ScriptedService one = ScriptedService.answering(200, "one");
    private final ScriptedService other = ScriptedService.answering(200, "other");
    private final GatewayUnderTest.Builder builder =
            GatewayUnderTest.builder()
                    .set("balance.voting-service", "ROUND_ROBIN")
                    .set("deadline.answer", "PT10S")
                    .set("deadline.attempt", "PT1S")
                    .set("resilience.slow-start", "PT0S")
                    .set("resilience.ejection.shortest", "PT0.1S");
    private GatewayUnderTest gateway;

    @AfterEach
    void stop() {
        gateway.close();
        one.close();
        other.close();
    }

    @Test
    void aRefusedConnectionIsTriedElsewhereWhateverTheMethod() throws Exception {
        start();
        one.stop();

        for (int i = 0; i < 6; i++) {
            assertThat(get().body()).isEqualTo("other");
            assertThat(put("{}").body()).isEqualTo("other");
        }
        one.restart();
    }

    @Test
    void aConnectionThatBreaksIsTriedElsewhereWhenReading() throws Exception {
        start();
        one.become(RetriesIT::breakOff);

        for (int i = 0; i < 4; i++) {
            assertThat(get().body()).isEqualTo("other");
        }
    }

    @Test
    void aWriteWhoseConnectionBreaksIsNotRepeated() throws Exception {
        builder.set("resilience.ejection.failures", "10");
        start();
        one.become(RetriesIT::breakOff);
        other.become(RetriesIT::breakOff);

        HttpResponse<String> response = put("{}");

        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(response.body()).contains("\"code\":\"bad-gateway\"");
        assertThat(one.received().size() + other.received().size()).isEqualTo(1);
    }

    @Test
    void aWriteWithAKeyIsRepeatedElsewhereAsItWas() throws Exception {
        start();
        one.become(RetriesIT::breakOff);
        other.become(RetriesIT::echo);

        for (int i = 0; i < 4; i++) {
            HttpResponse<String> response = putWithKey("key-" + i, "{\"choice\":1}");
            assertThat(response.body()).isEqualTo("PUT key-" + i + " {\"choice\":1}");
        }
        assertThat(one.received()).isNotEmpty();
    }

    @Test
    void aWriteWithAKeyAtAnInstanceThatHangsIsRepeatedElsewhere() throws Exception {
        start();
        one.become(_ -> {});
        other.become(RetriesIT::echo);

        for (int i = 0; i < 4; i++) {
            assertThat(putWithKey("key", "{}").body()).isEqualTo("PUT key {}");
        }
    }

    @Test
    void aPostIsNotRepeatedWhateverItCarries() throws Exception {
        builder.set("resilience.ejection.failures", "10");
        start();
        one.become(RetriesIT::breakOff);
        other.become(RetriesIT::breakOff);

        HttpResponse<String> response =
                gateway.send(
                        gateway.request("/api/v1/proposals/1/ballot")
                                .header("Idempotency-Key", "key")
                                .POST(BodyPublishers.ofString("{}")));

        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(one.received().size() + other.received().size()).isEqualTo(1);
    }

    @Test
    void aLargeWriteIsStreamedAndNotRepeated() throws Exception {
        builder.set("resilience.ejection.failures", "10");
        start();
        one.become(RetriesIT::breakOff);
        other.become(RetriesIT::breakOff);

        assertThat(putWithKey("key", "x".repeat(16 * 1024 + 1)).statusCode()).isEqualTo(502);
        assertThat(one.received().size() + other.received().size()).isEqualTo(1);
    }

    @Test
    void aBodyThatDoesNotComeEndsTheWrite() throws Exception {
        builder.set("deadline.answer", "PT1S");
        start();
        String head =
                """
                PUT /api/v1/proposals/1/ballot HTTP/1.1\r
                Host: dao\r
                Idempotency-Key: key\r
                Content-Length: 10\r
                \r
                {\
                """;

        try (RawClient client = new RawClient(gateway.port())) {
            assertThat(client.say(head).readToEnd())
                    .startsWith("HTTP/1.1 408")
                    .contains("\"code\":\"request-timeout\"");
        }
        assertThat(one.received()).isEmpty();
        assertThat(other.received()).isEmpty();
    }

    @Test
    void anInstanceThatHangsCostsAReadOneAttempt() throws Exception {
        start();
        one.become(_ -> {});

        for (int i = 0; i < 4; i++) {
            assertThat(get().body()).isEqualTo("other");
        }
    }

    @Test
    void aBareRefusalIsTriedElsewhereWhenReading() throws Exception {
        start();
        one.become(request -> request.response().setStatusCode(503).end("<html>"));

        for (int i = 0; i < 4; i++) {
            assertThat(get().body()).isEqualTo("other");
        }
    }

    @Test
    void retriesStayWithinTheirBudget() throws Exception {
        builder.set("resilience.retry.reserve", "1")
                .set("resilience.retry.budget", "0.1")
                .set("resilience.ejection.failures", "1000")
                .set("resilience.breaker.window", "64");
        start();
        one.become(RetriesIT::breakOff);
        other.become(RetriesIT::breakOff);

        for (int i = 0; i < 20; i++) {
            assertThat(get().statusCode()).isEqualTo(502);
        }

        double retries =
                gateway.registry()
                        .get("dao.gateway.retries")
                        .tag("service", "voting-service")
                        .counter()
                        .count();
        assertThat(retries).isBetween(1.0, 3.0);
    }

    private void start() {
        gateway = builder.votings(one, other).start();
    }

    private HttpResponse<String> get() throws Exception {
        return gateway.get(GET);
    }

    private HttpResponse<String> put(String body) throws Exception {
        return gateway.send(
                gateway.request("/api/v1/proposals/1/ballot").PUT(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> putWithKey(String key, String body) throws Exception {
        return gateway.send(
                gateway.request("/api/v1/proposals/1/ballot")
                        .header("Idempotency-Key", key)
                        .PUT(BodyPublishers.ofString(body)));
    }

    private static void echo(HttpServerRequest request) {
        String line = request.method() + " " + request.getHeader("Idempotency-Key") + " ";
        request.body().onSuccess(body -> request.response().end(line + body));
    }

    private static void breakOff(HttpServerRequest request) {
        request.body().onComplete(_ -> request.connection().close());
    }
}
