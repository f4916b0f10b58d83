package com.rechain.dao.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Services, Ingress and the Gateway API. */
class PublishingTest {
    private final Manifests rendered = Chart.external().render();

    @Test
    void publishesInstancesThatAreNotReadyToThoseWhoAskThemselves() {
        JsonNode headless = rendered.one("Service", "dao-voting-service-headless").path("spec");

        assertThat(headless.path("clusterIP").asText()).isEqualTo("None");
        assertThat(headless.path("publishNotReadyAddresses").asBoolean()).isTrue();
    }

    @Test
    void showsTheManagementPortOnHeadlessServicesOnly() {
        assertThat(rendered.all("Service"))
                .allSatisfy(service ->
                        assertThat(service.toString().contains("\"management\""))
                                .isEqualTo(Manifests.name(service).endsWith("-headless")));
    }

    @Test
    void opensAPortOnTheNodesWhenAsked() {
        JsonNode service =
                Chart.external()
                        .with("gateway.service", "{type: NodePort, nodePort: 30080}")
                        .render()
                        .one("Service", "dao-gateway");

        assertThat(service.at("/spec/type").asText()).isEqualTo("NodePort");
        assertThat(service.at("/spec/ports/0/nodePort").asInt()).isEqualTo(30080);
    }

    @Test
    void keepsRequestsOnTheNodeThatTookThemWhenAsked() {
        JsonNode service =
                Chart.external()
                        .with(
                                "gateway.service",
                                "{type: LoadBalancer, externalTrafficPolicy: Local}")
                        .render()
                        .one("Service", "dao-gateway");

        assertThat(service.at("/spec/externalTrafficPolicy").asText()).isEqualTo("Local");
        assertThat(rendered.one("Service", "dao-gateway").path("spec").has("externalTrafficPolicy"))
                .isFalse();
    }

    @Test
    void servesTlsThroughNginx() {
        JsonNode ingress = rendered.one("Ingress", "dao-gateway");

        assertThat(ingress.at("/spec/ingressClassName").asText()).isEqualTo("nginx");
        assertThat(ingress.at("/spec/tls/0/secretName").asText()).isEqualTo("dao-tls");
        assertThat(ingress.at("/spec/rules/0/host").asText()).isEqualTo("dao.example.org");
        assertThat(annotation(ingress, "nginx.ingress.kubernetes.io/ssl-redirect"))
                .isEqualTo("true");
        assertThat(annotation(ingress, "nginx.ingress.kubernetes.io/proxy-body-size"))
                .isEqualTo("12m");
        assertThat(annotation(ingress, "nginx.ingress.kubernetes.io/proxy-read-timeout"))
                .isEqualTo("75");
    }

    @Test
    void asksPodsThemselvesThroughAnAlb() {
        JsonNode ingress = Chart.scenario("aws").render().one("Ingress", "dao-gateway");

        assertThat(annotation(ingress, "alb.ingress.kubernetes.io/target-type")).isEqualTo("ip");
        assertThat(annotation(ingress, "alb.ingress.kubernetes.io/healthcheck-port"))
                .isEqualTo("9000");
        assertThat(annotation(ingress, "alb.ingress.kubernetes.io/healthcheck-path"))
                .isEqualTo("/q/health/ready");
        assertThat(annotation(ingress, "alb.ingress.kubernetes.io/target-group-attributes"))
                .contains("deregistration_delay.timeout_seconds=25");
        assertThat(annotation(ingress, "alb.ingress.kubernetes.io/ssl-redirect")).isEqualTo("443");
        assertThat(annotation(ingress, "alb.ingress.kubernetes.io/certificate-arn"))
                .startsWith("arn:aws:acm:");
        assertThat(ingress.path("spec").has("tls")).isFalse();
    }

    @Test
    void letsAnnotationsBeReplaced() {
        JsonNode ingress =
                Chart.external()
                        .with(
                                "ingress.annotations",
                                "{nginx.ingress.kubernetes.io/proxy-body-size: 1m, a: b}")
                        .render()
                        .one("Ingress", "dao-gateway");

        assertThat(annotation(ingress, "nginx.ingress.kubernetes.io/proxy-body-size"))
                .isEqualTo("1m");
        assertThat(annotation(ingress, "a")).isEqualTo("b");
    }

    @Test
    void attachesARouteToAnExistingGateway() {
        Manifests route =
                gatewayApi(
                        "{enabled: true, hostnames: [dao.example.org], parentRefs: [{name: web, namespace: infra}]}");

        assertThat(route.one("HTTPRoute", "dao-gateway").at("/spec/parentRefs/0/name").asText())
                .isEqualTo("web");
        assertThat(
                        route.one("HTTPRoute", "dao-gateway")
                                .at("/spec/rules/0/backendRefs/0/port")
                                .asInt())
                .isEqualTo(80);
        assertThat(route.names("Gateway")).isEmpty();
    }

    @Test
    void makesAGatewayOfItsOwnThatEndsTls() {
        Manifests own =
                gatewayApi(
                        "{enabled: true, hostnames: [a.example.org, b.example.org], gateway: {create: true, className: alb, tlsSecretName: dao-tls}}");
        JsonNode listeners = own.one("Gateway", "dao-gateway").at("/spec/listeners");

        assertThat(listeners)
                .extracting(listener -> listener.path("name").asText())
                .containsExactly("https", "https-1");
        assertThat(listeners.at("/0/port").asInt()).isEqualTo(443);
        assertThat(listeners.at("/0/tls/certificateRefs/0/name").asText()).isEqualTo("dao-tls");
        assertThat(own.one("HTTPRoute", "dao-gateway").at("/spec/parentRefs").toString())
                .isEqualTo("[{\"name\":\"dao-gateway\"}]");
    }

    private static Manifests gatewayApi(String values) {
        return Chart.external()
                .with("ingress.enabled", "false")
                .with("gatewayApi", values)
                .render();
    }

    private static String annotation(JsonNode ingress, String name) {
        return ingress.at("/metadata/annotations").path(name).asText();
    }
}
