package com.rechain.dao.edge;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnListenerRule;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnLoadBalancer;
import software.constructs.Construct;

/**
 * Ends the TLS of CloudFront and hands on to a gateway what shows the secret; the rest gets 403.
 */
final class LoadBalancer {
    private static final Map<String, String> ATTRIBUTES =
            Map.of(
                    "deletion_protection.enabled", "true",
                    // Longer than CloudFront keeps a connection, shorter than the gateway does.
                    "idle_timeout.timeout_seconds", "60",
                    "routing.http.desync_mitigation_mode", "strictest",
                    "routing.http.drop_invalid_header_fields.enabled", "true",
                    // CloudFront has put the viewer's address last. Were its own added, the gateway
                    // would have to trust all of CloudFront's addresses to find the viewer's.
                    "routing.http.xff_header_processing.mode", "preserve",
                    "routing.http2.enabled", "true",
                    "waf.fail_open.enabled", "false");

    private final CfnLoadBalancer balancer;

    LoadBalancer(Construct scope, Network network, String securityGroup) {
        AccessLog log = new AccessLog(scope);
        balancer =
                CfnLoadBalancer.Builder.create(scope, "LoadBalancer")
                        .type("application")
                        .scheme("internet-facing")
                        .subnets(network.publicSubnetIds())
                        .securityGroups(List.of(securityGroup))
                        .loadBalancerAttributes(attributes(log))
                        .build();
        balancer.getNode().addDependency(log.permission());
    }

    String arn() {
        return balancer.getAttrLoadBalancerArn();
    }

    String domainName() {
        return balancer.getAttrDnsName();
    }

    /** Hands on to {@code targets} whatever shows one of {@code secrets}. */
    void forward(Construct scope, String certificate, OriginSecrets secrets, String targets) {
        CfnListener listener = listener(scope, certificate);
        Map<String, Object> showsSecret =
                Map.of(
                        "field",
                        "http-header",
                        "httpHeaderConfig",
                        Map.of(
                                "httpHeaderName",
                                ApiOrigin.SECRET_HEADER,
                                "values",
                                secrets.distinct()));
        CfnListenerRule.Builder.create(scope, "FromOurDistribution")
                .listenerArn(listener.getAttrListenerArn())
                .priority(1)
                .conditions(List.of(showsSecret))
                .actions(List.of(Map.of("type", "forward", "targetGroupArn", targets)))
                .build();
    }

    private CfnListener listener(Construct scope, String certificate) {
        Map<String, Object> forbidden =
                Map.of(
                        "type",
                        "fixed-response",
                        "fixedResponseConfig",
                        Map.of("statusCode", "403"));
        return CfnListener.Builder.create(scope, "Listener")
                .loadBalancerArn(arn())
                .port(443)
                .protocol("HTTPS")
                .sslPolicy("ELBSecurityPolicy-TLS13-1-2-2021-06")
                .certificates(List.of(Map.of("certificateArn", certificate)))
                .defaultActions(List.of(forbidden))
                .build();
    }

    private static List<Map<String, String>> attributes(AccessLog log) {
        Map<String, String> all = new TreeMap<>(ATTRIBUTES);
        all.putAll(log.attributes());
        return all.entrySet().stream()
                .map(one -> Map.of("key", one.getKey(), "value", one.getValue()))
                .toList();
    }
}
