package com.rechain.dao.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkPolicyTest {
    private final Manifests external = Chart.external().render();
    private final Manifests trial = Chart.trial().render();

    @Test
    void deniesEverythingToEveryPodOfTheRelease() {
        JsonNode deny = external.one("NetworkPolicy", "dao-default-deny").path("spec");

        assertThat(deny.at("/podSelector/matchLabels").toString())
                .isEqualTo("{\"app.kubernetes.io/instance\":\"dao\"}");
        assertThat(deny.path("policyTypes"))
                .extracting(JsonNode::asText)
                .containsExactly("Ingress", "Egress");
        assertThat(deny.has("ingress") || deny.has("egress")).isFalse();
    }

    @Test
    void letsAnybodyAtTheGatewaysHttpPortUnlessSomeAreNamed() {
        JsonNode any = external.one("NetworkPolicy", "dao-gateway").at("/spec/ingress/0");
        JsonNode some =
                Chart.scenario("production")
                        .render()
                        .one("NetworkPolicy", "dao-gateway")
                        .at("/spec/ingress/0");

        assertThat(any.toString())
                .isEqualTo("{\"ports\":[{\"protocol\":\"TCP\",\"port\":\"http\"}]}");
        assertThat(some.path("from").toString()).contains("ingress-nginx");
    }

    @ParameterizedTest
    @CsvSource({
        "user-service,gateway,true",
        "user-service,proposal-service,true",
        "user-service,voting-service,true",
        "proposal-service,gateway,true",
        "proposal-service,voting-service,false",
        "voting-service,gateway,true",
        "voting-service,user-service,false",
        "gateway,user-service,false"
    })
    void letsOnlyCallersIn(String service, String caller, boolean admitted) {
        JsonNode policy = external.one("NetworkPolicy", "dao-" + service);

        assertThat(policy.at("/spec/ingress").toString().contains("\"" + caller + "\""))
                .isEqualTo(admitted);
    }

    @ParameterizedTest
    @CsvSource({
        "gateway,'53,53,8080,9000,8080,9000,8080,9000,6379'",
        "user-service,'53,53,3306,9092,6379'",
        "proposal-service,'53,53,8080,3306,9092,6379'"
    })
    void letsOutWhatIsNeeded(String service, String ports) {
        assertThat(
                        external.one("NetworkPolicy", "dao-" + service)
                                .at("/spec/egress")
                                .findValues("port"))
                .extracting(JsonNode::asText)
                .containsExactly(ports.split(","));
    }

    @Test
    void letsPrometheusAtTheManagementPortOnly() {
        JsonNode ingress = external.one("NetworkPolicy", "dao-voting-service").at("/spec/ingress");

        assertThat(
                        Manifests.elements(ingress)
                                .filter(rule -> rule.toString().contains("monitoring")))
                .singleElement()
                .satisfies(rule ->
                        assertThat(rule.findValues("port"))
                                .extracting(JsonNode::asText)
                                .containsExactly("management"));
    }

    @Test
    void letsTelemetryOutWhenThereIsSome() {
        assertThat(
                        Chart.scenario("aws")
                                .render()
                                .one("NetworkPolicy", "dao-gateway")
                                .at("/spec/egress")
                                .toString())
                .contains("0.0.0.0/0");
        assertThat(external.one("NetworkPolicy", "dao-gateway").toString())
                .doesNotContain("ipBlock");
    }

    @Test
    void letsWebhooksOutToPublicAddressesOnlyAndOnlyWhereThereAreSome() {
        JsonNode egress =
                Chart.external()
                        .with(
                                "proposal-service.webhooks",
                                "{enabled: true, secretName: dao-webhook}")
                        .render()
                        .one("NetworkPolicy", "dao-proposal-service")
                        .at("/spec/egress");

        assertThat(Manifests.elements(egress).filter(rule -> rule.toString().contains("ipBlock")))
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.toString())
                            .contains("0.0.0.0/0", "10.0.0.0/8", "169.254.0.0/16");
                    assertThat(rule.findValues("port"))
                            .extracting(JsonNode::asInt)
                            .containsExactly(443);
                });
        assertThat(external.one("NetworkPolicy", "dao-proposal-service").toString())
                .doesNotContain("ipBlock");
    }

    @ParameterizedTest
    @CsvSource({
        "mysql-primary,3306,mysql-replica",
        "mysql-replica,3306,",
        "redis,6379,",
        "kafka,9092,kafka"
    })
    void opensTheTrialsServersToTheServicesOnly(String server, int port, String other) {
        JsonNode ingress = trial.one("NetworkPolicy", "dao-" + server).at("/spec/ingress");

        assertThat(ingress).hasSize(1);
        assertThat(ingress.at("/0/ports/0/port").asInt()).isEqualTo(port);
        assertThat(ingress.at("/0/from")).hasSize(other == null ? 1 : 2);
    }

    @Test
    void isLeftOutWhenSwitchedOff() {
        assertThat(
                        Chart.external()
                                .with("global.networkPolicy.enabled", "false")
                                .render()
                                .names("NetworkPolicy"))
                .isEmpty();
    }
}
