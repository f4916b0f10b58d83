package com.rechain.dao.gateway.forward;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.gateway.route.Service;
import com.rechain.dao.gateway.support.GatewayUnderTest;
import com.rechain.dao.gateway.support.ScriptedService;
import com.rechain.dao.gateway.upstream.Readiness;
import java.net.http.HttpResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadinessIT {
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
    void anInstanceThatComesBackIsUsedAgain() throws Exception {
        start();
        one.stop();
        other.stop();
        assertThat(get().statusCode()).isEqualTo(503);

        one.restart();
        other.restart();

        Awaitility.await().until(() -> get().statusCode() == 200);
    }

    @Test
    void anInstanceThatIsNotReadyIsSparedWhileAnotherIs() throws Exception {
        start();
        awaitReadiness(0, Readiness.READY);
        one.readiness(503);
        awaitReadiness(0, Readiness.NOT_READY);
        one.received().clear();

        for (int i = 0; i < 6; i++) {
            assertThat(get().body()).isEqualTo("other");
        }

        assertThat(one.received()).isEmpty();
    }

    @Test
    void instancesThatAreAllNotReadyAreAskedAllTheSame() throws Exception {
        start();
        one.readiness(503);
        other.readiness(503);
        awaitReadiness(0, Readiness.NOT_READY);
        awaitReadiness(1, Readiness.NOT_READY);

        assertThat(get().statusCode()).isEqualTo(200);
        assertThat(gateway.get("/health").statusCode()).isEqualTo(503);
    }

    private void start() {
        gateway = builder.votings(one, other).start();
    }

    private void awaitReadiness(int instance, Readiness wanted) {
        Awaitility.await()
                .until(() ->
                        gateway.gateway()
                                        .upstreams()
                                        .of(Service.VOTING)
                                        .instances()
                                        .get(instance)
                                        .readiness()
                                == wanted);
    }

    private HttpResponse<String> get() throws Exception {
        return gateway.get(GET);
    }
}
