package com.rechain.dao.edge;

import java.util.List;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnTargetGroup.MatcherProperty;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnTargetGroup.TargetGroupAttributeProperty;
import software.constructs.Construct;

/** The gateways' pods, by address. The cluster registers them; here is how they are treated. */
final class GatewayTargets {
    static final int PORT = 8080;
    static final int MANAGEMENT_PORT = 9000;

    private final CfnTargetGroup group;

    GatewayTargets(Construct scope, Network network) {
        group =
                CfnTargetGroup.Builder.create(scope, "Gateways")
                        .vpcId(network.vpcId())
                        .targetType("ip")
                        .protocol("HTTP")
                        .protocolVersion("HTTP1")
                        .port(PORT)
                        // Readiness, not /health: that tells of the services behind, and an outage
                        // there must not take the gateways out.
                        .healthCheckPath("/q/health/ready")
                        .healthCheckPort(String.valueOf(MANAGEMENT_PORT))
                        .healthCheckProtocol("HTTP")
                        .healthCheckIntervalSeconds(5)
                        .healthCheckTimeoutSeconds(2)
                        .healthyThresholdCount(2)
                        .unhealthyThresholdCount(2)
                        .matcher(MatcherProperty.builder().httpCode("200").build())
                        .targetGroupAttributes(
                                List.of(
                                        // As long as a gateway takes to drain.
                                        attribute("deregistration_delay.timeout_seconds", "30"),
                                        attribute(
                                                "load_balancing.algorithm.type",
                                                "least_outstanding_requests"),
                                        attribute("stickiness.enabled", "false")))
                        .build();
    }

    String arn() {
        return group.getAttrTargetGroupArn();
    }

    private static TargetGroupAttributeProperty attribute(String key, String value) {
        return TargetGroupAttributeProperty.builder().key(key).value(value).build();
    }
}
