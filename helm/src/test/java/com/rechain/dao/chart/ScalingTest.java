package com.rechain.dao.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The autoscaler and the disruption budget. */
class ScalingTest {
    @Test
    void isOffUnlessAsked() {
        assertThat(Chart.external().render().names("HorizontalPodAutoscaler")).isEmpty();
    }

    @Test
    void scalesOnCpuAloneUnlessAsked() {
        assertThat(metrics("{enabled: true}")).containsExactly("cpu");
    }

    @Test
    void scalesOnEverythingThatIsSet() {
        JsonNode scaler =
                scaler(
                        "{enabled: true, cpuUtilization: 0, requestsPerSecond: 100, kafkaLag: 200, outboxAgeSeconds: 5}");

        assertThat(names(scaler))
                .containsExactly(
                        "http_server_requests_per_second",
                        "kafka_consumer_records_lag",
                        "dao_outbox_oldest_age_seconds");
        assertThat(scaler.at("/spec/metrics/0/pods/target/averageValue").asText()).isEqualTo("100");
        assertThat(scaler.at("/spec/metrics/1/pods/target/averageValue").asText()).isEqualTo("200");
        assertThat(scaler.at("/spec/metrics/2/external/target/value").asText()).isEqualTo("5");
        assertThat(
                        scaler.at(
                                        "/spec/metrics/2/external/metric/selector/matchLabels/application")
                                .asText())
                .isEqualTo("voting-service");
    }

    @Test
    void goesUpAtOnceAndDownSlowly() {
        JsonNode behavior = scaler("{enabled: true}").at("/spec/behavior");

        assertThat(behavior.at("/scaleUp/stabilizationWindowSeconds").asInt(-1)).isZero();
        assertThat(behavior.at("/scaleDown/stabilizationWindowSeconds").asInt()).isEqualTo(300);
        assertThat(behavior.at("/scaleDown/policies/0/value").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|maxUnavailable|1",
                "{maxUnavailable: 2}|maxUnavailable|2",
                "{minAvailable: 1}|minAvailable|1",
                "{minAvailable: 50%}|minAvailable|50%"
            })
    void keepsSomePodsThroughADrain(String budget, String field, String value) {
        JsonNode spec =
                Chart.external()
                        .with("gateway", "{replicas: 3, podDisruptionBudget: " + budget + "}")
                        .render()
                        .one("PodDisruptionBudget", "dao-gateway")
                        .path("spec");

        assertThat(spec.path(field).asText()).isEqualTo(value);
        assertThat(spec.has("minAvailable") && spec.has("maxUnavailable")).isFalse();
        assertThat(spec.path("unhealthyPodEvictionPolicy").asText()).isEqualTo("AlwaysAllow");
    }

    @Test
    void hasNoBudgetWhenSwitchedOff() {
        assertThat(
                        Chart.external()
                                .with("gateway.podDisruptionBudget.enabled", "false")
                                .render()
                                .names("PodDisruptionBudget"))
                .doesNotContain("dao-gateway")
                .contains("dao-user-service");
    }

    private static List<String> metrics(String autoscaling) {
        return names(scaler(autoscaling));
    }

    private static List<String> names(JsonNode scaler) {
        return Manifests.elements(scaler.at("/spec/metrics"))
                .map(metric -> metric.findValue("name").asText())
                .toList();
    }

    private static JsonNode scaler(String autoscaling) {
        return Chart.external()
                .with("voting-service.autoscaling", autoscaling)
                .render()
                .one("HorizontalPodAutoscaler", "dao-voting-service");
    }
}
