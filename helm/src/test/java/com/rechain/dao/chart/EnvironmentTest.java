package com.rechain.dao.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {
    private final Manifests rendered = Chart.scenario("production").render();

    @Test
    void namesPrimaryReplicaAndBothAccounts() {
        JsonNode voting = rendered.container("voting-service");

        assertThat(rendered.variable("voting-service", "DAO_DB_PRIMARY_URL"))
                .isEqualTo("jdbc:mysql://voting-primary.example.org:3306/voting");
        assertThat(rendered.variable("voting-service", "DAO_DB_REPLICA_URL"))
                .isEqualTo("jdbc:mysql://voting-replica.example.org:3306/voting");
        assertThat(Manifests.secret(voting, "DAO_DB_USERNAME"))
                .isEqualTo("dao-voting-app/username");
        assertThat(Manifests.secret(voting, "DAO_DB_REPLICA_PASSWORD"))
                .isEqualTo("dao-voting-read/password");
    }

    @Test
    void readsFromThePrimaryWhereThereIsNoReplica() {
        assertThat(Chart.external().render().variable("voting-service", "DAO_DB_REPLICA_URL"))
                .isEqualTo("jdbc:mysql://mysql.data:3306/voting");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user-service", "proposal-service", "voting-service", "gateway"})
    void keepsTheOwnersAccountFromPodsThatServe(String service) {
        assertThat(rendered.container(service).path("env"))
                .extracting(variable -> variable.path("name").asText())
                .doesNotContain("DAO_DB_OWNER_USERNAME", "DAO_DB_OWNER_PASSWORD")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"user-service", "proposal-service", "voting-service", "gateway"})
    void hasNoPasswordInPlainText(String service) {
        assertThat(rendered.container(service).path("env"))
                .filteredOn(variable ->
                        variable.path("name").asText().matches(".*(PASSWORD|SECRET|KEY)$"))
                .allMatch(variable -> variable.has("valueFrom"));
    }

    @Test
    void letsTheGatewayFindEveryInstance() {
        assertThat(rendered.variable("gateway", "DAO_GATEWAY_USER_SERVICE"))
                .isEqualTo("dns:http://dao-user-service-headless:8080");
        assertThat(rendered.variable("gateway", "DAO_GATEWAY_PROPOSAL_SERVICE"))
                .isEqualTo("dns:http://dao-proposal-service-headless:8080");
        assertThat(rendered.variable("gateway", "DAO_GATEWAY_VOTING_SERVICE"))
                .isEqualTo("dns:http://dao-voting-service-headless:8080");
    }

    @Test
    void findsRedisBySentinelsOrAsACluster() {
        Manifests one = Chart.external().render();
        Manifests sentinel =
                Chart.external().with("global.redis", "{mode: sentinel, masterName: dao}").render();
        Manifests cluster = Chart.external().with("global.redis", "{mode: cluster}").render();

        assertThat(one.container("user-service").path("env"))
                .extracting(variable -> variable.path("name").asText())
                .contains("DAO_REDIS_URL")
                .doesNotContain("DAO_REDIS_MODE", "DAO_REDIS_MASTER_NAME");
        assertThat(sentinel.variable("user-service", "DAO_REDIS_MODE")).isEqualTo("sentinel");
        assertThat(sentinel.variable("user-service", "DAO_REDIS_MASTER_NAME")).isEqualTo("dao");
        assertThat(cluster.variable("voting-service", "DAO_REDIS_MODE")).isEqualTo("cluster");
    }

    @Test
    void signsWebhooksByASecret() {
        Manifests external =
                Chart.external()
                        .with(
                                "proposal-service.webhooks",
                                "{enabled: true, secretName: dao-webhook}")
                        .render();
        Manifests trial = Chart.trial().with("proposal-service.webhooks.enabled", "true").render();

        assertThat(
                        Manifests.secret(
                                external.container("proposal-service"),
                                "DAO_PROPOSAL_WEBHOOK_SECRET"))
                .isEqualTo("dao-webhook/webhook");
        assertThat(
                        Manifests.secret(
                                trial.container("proposal-service"), "DAO_PROPOSAL_WEBHOOK_SECRET"))
                .isEqualTo("dao-trial/webhook");
        assertThat(rendered.container("proposal-service").path("env"))
                .extracting(variable -> variable.path("name").asText())
                .doesNotContain("DAO_PROPOSAL_WEBHOOK_SECRET");
    }

    @Test
    void givesTheGatewayNothingThatItDoesNotNeed() {
        assertThat(rendered.container("gateway").path("env"))
                .extracting(variable -> variable.path("name").asText())
                .noneMatch(name -> name.matches("DAO_(DB|KAFKA|TOKENS).*"));
    }

    @Test
    void saysWhoseForwardingHeadersAreBelieved() {
        Manifests aws = Chart.scenario("aws").render();

        assertThat(aws.variable("gateway", "DAO_GATEWAY_FORWARDED_TRUSTED_PROXIES"))
                .isEqualTo("10.0.0.0/20");
        assertThat(aws.variable("user-service", "DAO_TRUSTED_PROXIES")).isEqualTo("10.0.0.0/16");
    }

    @Test
    void sendsTracesWhereAsked() {
        assertThat(rendered.variable("gateway", "DAO_OTEL_ENABLED")).isEqualTo("true");
        assertThat(rendered.variable("gateway", "DAO_OTEL_ENDPOINT"))
                .isEqualTo("http://otel-collector.monitoring:4318");
        assertThat(rendered.variable("gateway", "DAO_OTEL_SAMPLE_RATIO")).isEqualTo("0.05");
        assertThat(Chart.external().render().variable("gateway", "DAO_OTEL_ENABLED"))
                .isEqualTo("false");
    }

    @Test
    void reportsToNewRelicByAgentAndByOtlp() {
        Manifests aws = Chart.scenario("aws").render();
        JsonNode gateway = aws.container("gateway");
        JsonNode pod = aws.one("Deployment", "dao-gateway").at("/spec/template/spec");

        assertThat(aws.variable("gateway", "JAVA_OPTS_APPEND"))
                .isEqualTo("-javaagent:/newrelic/newrelic.jar");
        assertThat(aws.variable("gateway", "NEW_RELIC_APP_NAME")).isEqualTo("rechain-dao/gateway");
        assertThat(Manifests.secret(gateway, "NEW_RELIC_LICENSE_KEY"))
                .isEqualTo("new-relic/license-key");
        assertThat(pod.at("/initContainers/0/name").asText()).isEqualTo("newrelic");
        assertThat(aws.variable("gateway", "DAO_METRICS_OTLP_ENABLED")).isEqualTo("true");
        assertThat(Manifests.secret(gateway, "DAO_METRICS_OTLP_HEADERS"))
                .isEqualTo("new-relic/headers");
    }

    @Test
    void addsWhatElseIsGiven() {
        Manifests extended =
                Chart.external()
                        .with(
                                "voting-service",
                                "{env: {A: '{{ .Release.Name }}'}, extraEnv: [{name: B, value: b}]}")
                        .with("global.extraEnv", "[{name: C, value: c}]")
                        .render();

        assertThat(extended.variable("voting-service", "A")).isEqualTo("dao");
        assertThat(extended.variable("voting-service", "B")).isEqualTo("b");
        assertThat(extended.variable("voting-service", "C")).isEqualTo("c");
    }
}
