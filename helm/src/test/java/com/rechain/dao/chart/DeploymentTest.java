package com.rechain.dao.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentTest {
    private final Manifests rendered = Chart.external().render();

    @Test
    void omitsReplicasWhenTheAutoscalerDecides() {
        JsonNode scaled =
                Chart.external()
                        .with("gateway.autoscaling.enabled", "true")
                        .render()
                        .one("Deployment", "dao-gateway");

        assertThat(scaled.path("spec").has("replicas")).isFalse();
        assertThat(gateway().at("/spec/replicas").asInt()).isEqualTo(1);
    }

    @Test
    void takesNoPodAwayBeforeItsSuccessorIsKnown() {
        assertThat(gateway().at("/spec/strategy/rollingUpdate/maxUnavailable").asInt(-1)).isZero();
        assertThat(gateway().at("/spec/minReadySeconds").asInt()).isEqualTo(15);
        assertThat(gateway().at("/spec/revisionHistoryLimit").asInt()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "startupProbe,/q/health/started",
        "livenessProbe,/q/health/live",
        "readinessProbe,/q/health/ready"
    })
    void isAskedOnTheManagementPort(String probe, String path) {
        JsonNode get = rendered.container("voting-service").at("/" + probe + "/httpGet");

        assertThat(get.path("path").asText()).isEqualTo(path);
        assertThat(get.path("port").asText()).isEqualTo("management");
    }

    @Test
    void givesAPodTheTimeItNeedsToGo() {
        JsonNode pod =
                Chart.external()
                        .with(
                                "gateway.shutdown",
                                "{preStopSeconds: 4, delaySeconds: 7, timeoutSeconds: 30}")
                        .render()
                        .one("Deployment", "dao-gateway")
                        .at("/spec/template/spec");

        assertThat(pod.at("/containers/0/lifecycle/preStop/sleep/seconds").asInt()).isEqualTo(4);
        assertThat(value(pod, "DAO_SHUTDOWN_DELAY")).isEqualTo("7s");
        assertThat(value(pod, "DAO_SHUTDOWN_TIMEOUT")).isEqualTo("30s");
        assertThat(value(pod, "DAO_GATEWAY_HTTP_DRAIN_TIMEOUT")).isEqualTo("30s");
        assertThat(pod.path("terminationGracePeriodSeconds").asInt()).isEqualTo(4 + 7 + 30 + 10);
    }

    @Test
    void spreadsPodsOverZonesAndNodes() {
        JsonNode pod = gateway().at("/spec/template/spec");

        assertThat(pod.path("topologySpreadConstraints"))
                .extracting(constraint -> constraint.path("topologyKey").asText())
                .containsExactly("topology.kubernetes.io/zone", "kubernetes.io/hostname");
        assertThat(pod.path("affinity").toString()).contains("preferredDuringScheduling");
    }

    @ParameterizedTest
    @CsvSource({"hard,requiredDuringScheduling", "soft,preferredDuringScheduling"})
    void keepsPodsApartAsFirmlyAsAsked(String how, String term) {
        JsonNode pod =
                Chart.external()
                        .with("gateway.podAntiAffinity", how)
                        .render()
                        .one("Deployment", "dao-gateway")
                        .at("/spec/template/spec");

        assertThat(pod.path("affinity").toString()).contains(term);
    }

    @Test
    void keepsOnlyTmpWritable() {
        assertThat(rendered.container("gateway").path("volumeMounts"))
                .extracting(mount -> mount.path("mountPath").asText())
                .containsExactly("/tmp");
    }

    @Test
    void takesTheImageByRegistryTagAndDigest() {
        String digest = "sha256:" + "0".repeat(64);

        assertThat(image("global.image", "{registry: r.example.org, tag: 1.2.3}"))
                .isEqualTo("r.example.org/rechain-dao/gateway:1.2.3");
        assertThat(image("gateway.image", "{tag: 4.5.6}")).isEqualTo("rechain-dao/gateway:4.5.6");
        assertThat(image("gateway.image", "{tag: 4.5.6, digest: '" + digest + "'}"))
                .isEqualTo("rechain-dao/gateway@" + digest);
    }

    private static String image(String key, String value) {
        return Chart.external()
                .with(key, value)
                .render()
                .container("gateway")
                .path("image")
                .asText();
    }

    private static String value(JsonNode pod, String variable) {
        return Manifests.entry(pod.at("/containers/0"), variable).path("value").asText();
    }

    private JsonNode gateway() {
        return rendered.one("Deployment", "dao-gateway");
    }
}
