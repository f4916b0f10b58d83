package com.rechain.dao.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LoadBalancerTest {
    private static final String BALANCING = "AWS::ElasticLoadBalancingV2::";

    private final Template template = Template.origin();
    private final JsonNode balancer = template.only(BALANCING + "LoadBalancer");
    private final JsonNode targets = template.only(BALANCING + "TargetGroup");
    private final JsonNode listener = template.only(BALANCING + "Listener");

    @Test
    void itListensByTlsOnly() {
        assertThat(listener.get("Port").asInt()).isEqualTo(443);
        assertThat(listener.get("Protocol").asText()).isEqualTo("HTTPS");
        assertThat(listener.get("SslPolicy").asText())
                .isEqualTo("ELBSecurityPolicy-TLS13-1-2-2021-06");
        assertThat(listener.at("/Certificates/0/CertificateArn/Ref").asText())
                .isEqualTo("CertificateArn");
    }

    @Test
    void onlyCloudFrontCanConnect() {
        JsonNode ingress = template.only("AWS::EC2::SecurityGroup").get("SecurityGroupIngress");

        assertThat(ingress).hasSize(1);
        assertThat(ingress.at("/0/SourcePrefixListId/Ref").asText())
                .isEqualTo("CloudFrontPrefixListId");
        assertThat(ingress.at("/0/FromPort").asInt()).isEqualTo(443);
        assertThat(ingress.at("/0/ToPort").asInt()).isEqualTo(443);
        assertThat(ingress.at("/0").has("CidrIp")).isFalse();
    }

    @Test
    void itConnectsToTheGatewaysPortsAndNowhereElse() {
        JsonNode egress = template.only("AWS::EC2::SecurityGroup").get("SecurityGroupEgress");

        assertThat(egress)
                .extracting(out -> out.get("FromPort").asInt())
                .containsExactly(8080, 9000);
        assertThat(egress)
                .allSatisfy(out -> assertThat(out.at("/CidrIp/Ref").asText()).isEqualTo("VpcCidr"));
    }

    @Test
    void whatDoesNotShowTheSecretIsRefused() {
        JsonNode rule = template.only(BALANCING + "ListenerRule");
        JsonNode header = rule.at("/Conditions/0/HttpHeaderConfig");

        assertThat(listener.at("/DefaultActions/0/Type").asText()).isEqualTo("fixed-response");
        assertThat(listener.at("/DefaultActions/0/FixedResponseConfig/StatusCode").asText())
                .isEqualTo("403");
        assertThat(header.get("HttpHeaderName").asText()).isEqualTo("X-Origin-Verify");
        assertThat(header.at("/Values/0/Ref").asText()).isEqualTo("OriginSecret");
        assertThat(rule.at("/Actions/0/Type").asText()).isEqualTo("forward");
        assertThat(template.at(rule.at("/Actions/0/TargetGroupArn"))).isEqualTo(targets);
    }

    @Test
    void theFirewallRefusesItTooWhateverListenerRulesAreAdded() {
        JsonNode firewall = template.only("AWS::WAFv2::WebACL");
        JsonNode association = template.only("AWS::WAFv2::WebACLAssociation");

        assertThat(firewall.get("Scope").asText()).isEqualTo("REGIONAL");
        assertThat(firewall.at("/DefaultAction/Block").isObject()).isTrue();
        assertThat(firewall.get("Rules")).hasSize(1);
        assertThat(firewall.at("/Rules/0/Action/Allow").isObject()).isTrue();
        assertThat(firewall.at("/Rules/0/Statement/OrStatement/Statements"))
                .hasSize(2)
                .allSatisfy(statement -> {
                    JsonNode match = statement.get("ByteMatchStatement");
                    assertThat(match.at("/FieldToMatch/SingleHeader/Name").asText())
                            .isEqualTo("x-origin-verify");
                    assertThat(match.get("PositionalConstraint").asText()).isEqualTo("EXACTLY");
                });
        assertThat(template.at(association.get("ResourceArn"))).isEqualTo(balancer);
        assertThat(template.at(association.get("WebACLArn"))).isEqualTo(firewall);
    }

    @Test
    void asLongAsASecondSecretIsGivenBothAreGood() {
        JsonNode second =
                template.only(BALANCING + "ListenerRule")
                        .at("/Conditions/0/HttpHeaderConfig/Values/1/Fn::If");

        assertThat(second.at("/0").asText()).isEqualTo("TwoSecretsAreGood");
        assertThat(second.at("/1/Ref").asText()).isEqualTo("OtherOriginSecret");
        assertThat(second.at("/2/Ref").asText()).isEqualTo("AWS::NoValue");
        assertThat(template.root().at("/Parameters/OtherOriginSecret/Default").asText()).isEmpty();
        assertThat(template.root().at("/Parameters/OtherOriginSecret/NoEcho").asBoolean()).isTrue();
        assertThat(template.root().at("/Parameters/OriginSecret/NoEcho").asBoolean()).isTrue();
    }

    @Test
    void gatewaysAreAskedWhetherTheyAreReadyOnTheirManagementPort() {
        assertThat(targets.get("TargetType").asText()).isEqualTo("ip");
        assertThat(targets.get("Port").asInt()).isEqualTo(8080);
        assertThat(targets.get("HealthCheckPort").asText()).isEqualTo("9000");
        assertThat(targets.get("HealthCheckPath").asText()).isEqualTo("/q/health/ready");
        assertThat(targets.get("HealthCheckIntervalSeconds").asInt()).isEqualTo(5);
        assertThat(targets.at("/Matcher/HttpCode").asText()).isEqualTo("200");
    }

    @Test
    void theGatewayWithTheFewestRequestsGetsTheNextAndOneThatLeavesMayFinish() {
        assertThat(attributes(targets, "TargetGroupAttributes"))
                .containsExactly(
                        entry("deregistration_delay.timeout_seconds", "30"),
                        entry("load_balancing.algorithm.type", "least_outstanding_requests"),
                        entry("stickiness.enabled", "false"));
    }

    @Test
    void theViewersAddressStaysTheLastThatWasForwarded() {
        assertThat(attributes(balancer, "LoadBalancerAttributes"))
                .containsEntry("routing.http.xff_header_processing.mode", "preserve");
    }

    @Test
    void noConnectionIsClosedUnderARequest() {
        int gatewayIdleSeconds = 120;
        int balancerIdleSeconds =
                Integer.parseInt(
                        attributes(balancer, "LoadBalancerAttributes")
                                .get("idle_timeout.timeout_seconds"));
        JsonNode origins =
                Template.edge()
                        .only("AWS::CloudFront::Distribution")
                        .at("/DistributionConfig/Origins");
        int cloudFrontKeepsSeconds = origins.findValue("OriginKeepaliveTimeout").asInt();

        assertThat(cloudFrontKeepsSeconds).isPositive().isLessThan(balancerIdleSeconds);
        assertThat(balancerIdleSeconds).isLessThan(gatewayIdleSeconds);
    }

    @Test
    void ambiguousRequestsEndHereAndItIsNotDeletedByMistake() {
        assertThat(attributes(balancer, "LoadBalancerAttributes"))
                .containsEntry("routing.http.desync_mitigation_mode", "strictest")
                .containsEntry("routing.http.drop_invalid_header_fields.enabled", "true")
                .containsEntry("waf.fail_open.enabled", "false")
                .containsEntry("deletion_protection.enabled", "true")
                .containsEntry("access_logs.s3.enabled", "true");
    }

    private static Map<String, String> attributes(JsonNode resource, String name) {
        Map<String, String> attributes = new TreeMap<>();
        for (JsonNode attribute : resource.get(name)) {
            attributes.put(attribute.get("Key").asText(), attribute.get("Value").asText());
        }
        return attributes;
    }
}
