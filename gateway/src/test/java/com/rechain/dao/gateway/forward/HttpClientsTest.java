package com.rechain.dao.gateway.forward;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.gateway.route.Traffic;
import com.rechain.dao.gateway.support.Configs;
import io.vertx.core.http.HttpClientOptions;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HttpClientsTest {

    @ParameterizedTest
    @EnumSource(Traffic.class)
    void whoeverTakesAnIdleConnectionHasTheWholeTimeForAnAnswer(Traffic traffic) {
        assertThatAnAnswerFits(Map.of(), traffic);
        assertThatAnAnswerFits(Map.of("dao.gateway.deadline.answer", "PT40S"), traffic);
        assertThatAnAnswerFits(Map.of("dao.gateway.deadline.silence", "PT0.2S"), traffic);
    }

    private static void assertThatAnAnswerFits(Map<String, String> values, Traffic traffic) {
        DeadlineConfig deadlines = Configs.read(DeadlineConfig.class, values);

        HttpClientOptions options = HttpClients.options(deadlines, traffic);

        assertThat(options.getKeepAliveTimeout()).isPositive();
        assertThat(options.getKeepAliveTimeout() * 1_000L + deadlines.answerMillis(traffic))
                .isLessThan(options.getReadIdleTimeout());
    }
}
