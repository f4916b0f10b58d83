package com.rechain.dao.gateway.forward;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.gateway.support.GatewayUnderTest;
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
                    .set("deadline.answer", "PT1S")
                    .set("deadline.attempt", "PT0.2S")
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

    private static void breakOff(HttpServerRequest request) {
        request.body().onComplete(_ -> request.connection().close());
    }
}
