package com.rechain.dao.gateway;

import static com.rechain.dao.gateway.support.Configs.defaults;
import static com.rechain.dao.gateway.support.Configs.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rechain.dao.gateway.auth.AuthConfig;
import com.rechain.dao.gateway.balance.BalanceStrategy;
import com.rechain.dao.gateway.cache.CacheConfig;
import com.rechain.dao.gateway.edge.ForwardedConfig;
import com.rechain.dao.gateway.edge.LimitsConfig;
import com.rechain.dao.gateway.forward.DeadlineConfig;
import com.rechain.dao.gateway.health.HealthConfig;
import com.rechain.dao.gateway.route.Traffic;
import com.rechain.dao.gateway.server.HttpConfig;
import com.rechain.dao.gateway.upstream.ResilienceConfig;
import com.rechain.dao.gateway.upstream.ServicesConfig;
import io.smallrye.config.ConfigValidationException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What each group of settings means when nothing is set, and that mistakes are found. */
class ConfigurationTest {
    @Test
    void theServer() {
        HttpConfig http = defaults(HttpConfig.class);

        assertThat(http.host()).isEqualTo("0.0.0.0");
        assertThat(http.port()).isEqualTo(8080);
        assertThat(http.tlsConfigurationName()).isEmpty();
        assertThat(http.headTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(http.idleTimeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(http.maxConnections()).isEqualTo(20_000);
        assertThat(http.maxStreams()).isEqualTo(100);
        assertThat(http.maxResets()).isEqualTo(200);
        assertThat(http.drainTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertMistakes(HttpConfig.class, "dao.gateway.http.port", "70000");
    }

    @Test
    void theLimits() {
        LimitsConfig limits = defaults(LimitsConfig.class);

        assertThat(limits.bodyBytes(Traffic.PLAIN)).isEqualTo(1_048_576);
        assertThat(limits.bodyBytes(Traffic.STREAM)).isEqualTo(1_048_576);
        assertThat(limits.bodyBytes(Traffic.BULK)).isEqualTo(10_485_760);
        assertThat(limits.headers().asLongValue()).isEqualTo(16_384);
        assertThat(limits.headerCount()).isEqualTo(100);
        assertThat(limits.requestLine().asLongValue()).isEqualTo(8_192);
        assertMistakes(LimitsConfig.class, "dao.gateway.limits.header-count", "0");
    }

    @Test
    void theTrustedProxies() {
        assertThat(defaults(ForwardedConfig.class).trustedProxies()).isEmpty();
        assertThat(
                        read(
                                        ForwardedConfig.class,
                                        Map.of(
                                                "dao.gateway.forwarded.trusted-proxies",
                                                "10.0.0.0/8,::1"))
                                .trustedProxies())
                .hasValue(List.of("10.0.0.0/8", "::1"));
    }

    @Test
    void theTokenChecks() {
        AuthConfig auth = defaults(AuthConfig.class);

        assertThat(auth.rememberedTokens()).isEqualTo(20_000);
        assertThat(auth.refreshEvery()).isEqualTo(Duration.ofSeconds(30));
        assertThat(auth.firstLoadEvery()).isEqualTo(Duration.ofMillis(500));
        assertThat(auth.unknownKeyPause()).isEqualTo(Duration.ofSeconds(5));
        assertMistakes(AuthConfig.class, "dao.gateway.auth.refresh-every", "PT0S");
    }

    @Test
    void theServices() {
        ServicesConfig services = defaults(ServicesConfig.class);

        assertThat(services.userService())
                .containsExactly(
                        "http://127.0.0.1:8110;health=http://127.0.0.1:9110/q/health/ready");
        assertThat(services.proposalService()).hasSize(1);
        assertThat(services.votingService()).hasSize(1);
        assertThat(services.managementPort()).isEqualTo(9000);
        assertThat(services.resolveEvery()).isEqualTo(Duration.ofSeconds(3));
        assertThat(services.balance().votingService()).isEqualTo(BalanceStrategy.LEAST_REQUESTS);
        assertMistakes(ServicesConfig.class, "dao.gateway.management-port", "0");
    }

    @Test
    void severalInstancesAreAList() {
        ServicesConfig services =
                read(
                        ServicesConfig.class,
                        Map.of("dao.gateway.voting-service", "http://a:1,dns:http://b:2"));

        assertThat(services.votingService()).containsExactly("http://a:1", "dns:http://b:2");
    }

    @Test
    void theResilience() {
        ResilienceConfig resilience = defaults(ResilienceConfig.class);

        assertThat(resilience.maxRequests()).isEqualTo(1024);
        assertThat(resilience.maxStreams()).isEqualTo(5_000);
        assertThat(resilience.slowStart()).isEqualTo(Duration.ofSeconds(5));
        assertThat(resilience.breaker().window()).isEqualTo(20);
        assertThat(resilience.breaker().failureRatio()).isEqualTo(0.5);
        assertThat(resilience.breaker().pause()).isEqualTo(Duration.ofSeconds(2));
        assertThat(resilience.ejection().failures()).isEqualTo(3);
        assertThat(resilience.ejection().shortest()).isEqualTo(Duration.ofSeconds(1));
        assertThat(resilience.ejection().longest()).isEqualTo(Duration.ofSeconds(30));
        assertThat(resilience.retry().most()).isEqualTo(2);
        assertThat(resilience.retry().budget()).isEqualTo(0.1);
        assertThat(resilience.retry().reserve()).isEqualTo(10);
        assertThat(resilience.retry().jitter()).isEqualTo(Duration.ofMillis(25));
        assertThat(resilience.overload().inTime()).isEqualTo(Duration.ofMillis(100));
        assertThat(resilience.overload().window()).isEqualTo(Duration.ofMillis(100));
        assertThat(resilience.overload().least()).isEqualTo(8);
        assertThat(resilience.overload().loopDelay()).isEqualTo(Duration.ofMillis(100));
        assertMistakes(ResilienceConfig.class, "dao.gateway.resilience.max-requests", "0");
        assertMistakes(ResilienceConfig.class, "dao.gateway.resilience.overload.least", "0");
    }

    @Test
    void theDeadlines() {
        DeadlineConfig deadlines = defaults(DeadlineConfig.class);

        assertThat(deadlines.connect()).isEqualTo(Duration.ofSeconds(1));
        assertThat(deadlines.answerMillis(Traffic.PLAIN)).isEqualTo(10_000);
        assertThat(deadlines.answerMillis(Traffic.STREAM)).isEqualTo(10_000);
        assertThat(deadlines.answerMillis(Traffic.BULK)).isEqualTo(60_000);
        assertThat(deadlines.attempt()).isEqualTo(Duration.ofSeconds(3));
        assertThat(deadlines.silence()).isEqualTo(Duration.ofSeconds(30));
        assertThat(deadlines.streamSilence()).isEqualTo(Duration.ofMinutes(2));
        assertMistakes(DeadlineConfig.class, "dao.gateway.deadline.connect", "PT0S");
    }

    @Test
    void theCache() {
        CacheConfig cache = defaults(CacheConfig.class);

        assertThat(cache.enabled()).isTrue();
        assertThat(cache.size().asLongValue()).isEqualTo(33_554_432);
        assertThat(cache.largestBody().asLongValue()).isEqualTo(524_288);
        assertThat(cache.longestFresh()).isEqualTo(Duration.ofSeconds(10));
        assertThat(cache.longestStale()).isEqualTo(Duration.ofSeconds(1));
        assertThat(cache.longestOnError()).isEqualTo(Duration.ofMinutes(5));
        assertThat(cache.longestNegative()).isEqualTo(Duration.ofSeconds(1));
        assertThat(cache.patience()).isEqualTo(Duration.ofSeconds(3));
        assertThat(cache.passFor()).isEqualTo(Duration.ofSeconds(10));
        assertThat(cache.purgePause()).isEqualTo(Duration.ofMillis(100));
        assertThat(cache.redis()).isEmpty();
        assertMistakes(CacheConfig.class, "dao.gateway.cache.patience", "PT0S");
    }

    @Test
    void theHealthChecks() {
        HealthConfig health = defaults(HealthConfig.class);

        assertThat(health.every()).isEqualTo(Duration.ofMillis(500));
        assertThat(health.timeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(health.silences()).isEqualTo(2);
        assertMistakes(HealthConfig.class, "dao.gateway.health.silences", "0");
    }

    private static void assertMistakes(Class<?> mapping, String name, String value) {
        assertThatThrownBy(() -> read(mapping, Map.of(name, value)))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining(name);
    }
}
