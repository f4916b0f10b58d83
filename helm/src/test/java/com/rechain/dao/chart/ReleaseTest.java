package com.rechain.dao.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** What a person sees of a release: its notes and its test. */
class ReleaseTest {
    @Test
    void saysHowToReachTheGateway() {
        assertThat(Chart.trial().notes())
                .contains("kubectl -n dao port-forward svc/dao-gateway 8080:80");
        assertThat(Chart.external().notes()).contains("https://dao.example.org/");
    }

    @Test
    void warnsOfWhatIsRisky() {
        assertThat(Chart.trial().notes())
                .contains("global.trial.enabled:")
                .contains("DAO_SESSIONS_SECURE_COOKIE is false")
                .doesNotContain("has one replica");
        assertThat(Chart.external().notes())
                .contains("voting-service has one replica")
                .contains("voting-service.database.replicaUrl is empty");
        assertThat(Chart.scenario("production").notes()).doesNotContain("Look at these");
    }

    @Test
    void isTestedByAskingEveryServiceAndTheGateway() {
        JsonNode pod = Chart.trial().render().one("Pod", "dao-test");

        assertThat(pod.at("/metadata/annotations/helm.sh~1hook").asText()).isEqualTo("test");
        assertThat(Manifests.elements(pod.at("/spec/containers/0/args")).skip(2))
                .extracting(JsonNode::asText)
                .containsExactly(
                        "dao-user-service-headless:9000/q/health/ready",
                        "dao-proposal-service-headless:9000/q/health/ready",
                        "dao-voting-service-headless:9000/q/health/ready",
                        "dao-gateway-headless:9000/q/health/ready",
                        "dao-gateway:80/health");
    }
}
