package com.rechain.dao.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Values that can not be meant are refused before anything is installed, with what to do instead.
 */
class RefusedValuesTest {
    static Stream<Arguments> contradictions() {
        return Stream.of(
                arguments(
                        "gateway: {autoscaling: {enabled: true, minReplicas: 5, maxReplicas: 4}}",
                        "gateway.autoscaling.minReplicas (5) is greater than gateway.autoscaling.maxReplicas (4): raise the one or lower the other."),
                arguments(
                        "gateway: {autoscaling: {enabled: true, cpuUtilization: 0}}",
                        "gateway.autoscaling.enabled is true but it has no target: set cpuUtilization,"),
                arguments(
                        "gateway: {podDisruptionBudget: {minAvailable: 1, maxUnavailable: 1}}",
                        "gateway.podDisruptionBudget.minAvailable and gateway.podDisruptionBudget.maxUnavailable are both set: a budget takes one, so remove the other."),
                arguments(
                        "gateway: {podDisruptionBudget: {minAvailable: 0, maxUnavailable: 0}}",
                        "are both set: a budget takes one"),
                arguments(
                        "gateway: {replicas: 1, podDisruptionBudget: {minAvailable: 1}}",
                        "gateway.podDisruptionBudget.minAvailable (1) leaves no pod to evict of the 1 that there may be"),
                arguments(
                        "gateway: {autoscaling: {enabled: true}, podDisruptionBudget: {minAvailable: 2}}",
                        "gateway.podDisruptionBudget.minAvailable (2) leaves no pod to evict of the 2 that there may be"),
                arguments(
                        "gateway: {replicas: 3, podDisruptionBudget: {minAvailable: 100%}}",
                        "gateway.podDisruptionBudget.minAvailable (100%) leaves no pod to evict"),
                arguments(
                        "gateway: {shutdown: {gracePeriodSeconds: 30}}",
                        "gateway.shutdown.gracePeriodSeconds (30) must be greater than preStopSeconds + delaySeconds + timeoutSeconds (30)"),
                arguments(
                        "gateway: {service: {nodePort: 30080}}",
                        "gateway.service.nodePort is set but gateway.service.type is ClusterIP"),
                arguments(
                        "gateway: {service: {externalTrafficPolicy: Local}}",
                        "gateway.service.externalTrafficPolicy is set but gateway.service.type is ClusterIP"),
                arguments(
                        "user-service: {service: {port: 80}}",
                        "user-service.service.port must be 8080"),
                arguments(
                        "global: {trial: {enabled: true}}",
                        "database.primaryUrl (or replicaUrl) are both set: remove the URL"),
                arguments(
                        "{ingress: {enabled: true}, gatewayApi: {enabled: true}}",
                        "ingress.enabled and gatewayApi.enabled are both true"),
                arguments(
                        "ingress: {hosts: []}",
                        "ingress.tls.enabled is true but ingress.hosts is empty"),
                arguments(
                        "ingress: {className: alb}",
                        "ingress.tls.secretName is set but ingress.className is alb"),
                arguments(
                        "ingress: {className: alb, tls: {secretName: ''}, alb: {deregistrationDelaySeconds: 26}}",
                        "ingress.alb.deregistrationDelaySeconds (26) is longer than gateway.shutdown.delaySeconds + timeoutSeconds (25)"),
                arguments(
                        "{ingress: {enabled: false}, gatewayApi: {enabled: true, parentRefs: [{name: a}], gateway: {create: true, className: b}}}",
                        "gatewayApi.gateway.create is true and gatewayApi.parentRefs is set"),
                arguments(
                        "global: {redis: {url: 'redis://r:6379'}}",
                        "global.redis.url and global.redis.secretName are both set"),
                arguments(
                        "global: {redis: {mode: sentinel}}", "global.redis.masterName is missing"),
                arguments(
                        "global: {redis: {masterName: dao}}",
                        "global.redis.masterName is set, but global.redis.mode is not sentinel"),
                arguments(
                        "global: {redis: {secretName: '', url: 'redis://a:6379,redis://b:6379'}}",
                        "global.redis.url names several addresses"));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void whatContradictsItself(String values, String sentence) {
        assertThat(Chart.external().with(values).refusal()).contains(sentence);
    }

    static Stream<Arguments> omissions() {
        return Stream.of(
                arguments(
                        "user-service.database.primaryUrl",
                        "''",
                        "user-service.database.primaryUrl is missing: set the JDBC URL of the primary"),
                arguments(
                        "voting-service.database.primaryUrl",
                        "null",
                        "voting-service.database.primaryUrl is missing"),
                arguments(
                        "user-service.database.app.secretName",
                        "''",
                        "user-service.database.app.secretName is missing: name the existing Secret"),
                arguments(
                        "proposal-service.database.read.secretName",
                        "''",
                        "proposal-service.database.read.secretName is missing: name the existing Secret"),
                arguments(
                        "voting-service.database.owner.secretName",
                        "''",
                        "voting-service.database.owner.secretName is missing: name the existing Secret"),
                arguments(
                        "user-service.keyEncryption.secretName",
                        "''",
                        "user-service.keyEncryption.secretName is missing: name the existing Secret"),
                arguments(
                        "global.internalSecret.secretName",
                        "''",
                        "global.internalSecret.secretName is missing: name the existing Secret"),
                arguments(
                        "proposal-service.webhooks.enabled",
                        "true",
                        "proposal-service.webhooks.secretName is missing: name the existing Secret"),
                arguments("global.redis.secretName", "''", "global.redis.url is missing"),
                arguments(
                        "global.kafka.bootstrapServers",
                        "''",
                        "global.kafka.bootstrapServers is missing"),
                arguments(
                        "global.networkPolicy.database.to",
                        "[]",
                        "global.networkPolicy.database.to is empty"),
                arguments(
                        "global.networkPolicy.kafka.to",
                        "[]",
                        "global.networkPolicy.kafka.to is empty"),
                arguments(
                        "ingress.tls.secretName",
                        "''",
                        "ingress.tls.secretName is missing: name the existing Secret"),
                arguments("global.otel.enabled", "true", "global.otel.endpoint is missing"),
                arguments(
                        "global.otlpMetrics.enabled", "true", "global.otlpMetrics.url is missing"),
                arguments(
                        "global.newRelic.enabled",
                        "true",
                        "global.newRelic.secretName is missing: name the existing Secret"),
                arguments(
                        "global.newRelic",
                        "{enabled: true, secretName: new-relic}",
                        "global.newRelic.agentImage is missing"),
                arguments(
                        "global.otel",
                        "{enabled: true, endpoint: 'http://o:4317'}",
                        "global.networkPolicy.telemetry.to is empty"));
    }

    @ParameterizedTest
    @MethodSource("omissions")
    void whatLacksSomething(String key, String value, String sentence) {
        assertThat(Chart.external().with(key, value).refusal()).contains(sentence);
    }

    @Test
    void aRouteWithoutAGateway() {
        Chart chart = Chart.external().with("ingress.enabled", "false");

        assertThat(chart.with("gatewayApi.enabled", "true").refusal())
                .contains("gatewayApi.parentRefs is empty");
        assertThat(chart.with("gatewayApi", "{enabled: true, gateway: {create: true}}").refusal())
                .contains("gatewayApi.gateway.className is missing");
    }

    @Test
    void aHookBeforeThereIsADatabase() {
        assertThat(Chart.trial().with("global.migration.strategy", "hook").refusal())
                .contains("hooks run before the trial's database exists");
    }

    @Test
    void aNameThatMakesOthersTooLong() {
        Chart chart = Chart.trial();

        assertThatThrownBy(() -> chart.text("d".repeat(37)))
                .hasMessageContaining("has more than 36 characters");
        assertThat(Manifests.parse(chart.text("d".repeat(36))).names("Service"))
                .allMatch(name -> name.length() <= 63);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "global.nonsense",
                "global.trial.nonsense",
                "gateway.nonsense",
                "gateway.autoscaling.nonsense",
                "voting-service.database.app.nonsense",
                "user-service.shutdown.nonsense",
                "ingress.tls.nonsense",
                "trial.mysql.nonsense"
            })
    void keysThatNobodyKnows(String key) {
        assertThat(Chart.external().with(key, "1").refusal())
                .contains("additional properties 'nonsense' not allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gateway: {replicas: -1}",
                "gateway: {replicas: two}",
                "gateway: {autoscaling: {minReplicas: 0}}",
                "gateway: {image: {tag: latest}}",
                "global: {image: {tag: latest}}",
                "global: {image: {pullPolicy: Sometimes}}",
                "trial: {redis: {image: 'redis:latest'}}",
                "trial: {redis: {image: redis}}",
                "user-service: {database: {primaryUrl: 'mysql://db/users'}}",
                "global: {migration: {strategy: later}}",
                "global: {otel: {sampleRatio: 1.5}}",
                "global: {kafka: {bootstrapServers: kafka}}",
                "global: {redis: {mode: replicated}}",
                "global: {redis: {url: 'redis://a:6379, redis://b:6379'}}",
                "gateway: {service: {type: ExternalName}}",
                "gateway: {podDisruptionBudget: {minAvailable: some}}",
                "ingress: {className: traefik}"
            })
    void valuesOutOfRange(String values) {
        assertThat(Chart.external().with(values).refusal())
                .contains("values don't meet the specifications of the schema");
    }
}
