package com.rechain.dao.edge;

import java.util.List;
import software.amazon.awscdk.services.ec2.CfnSecurityGroup;
import software.amazon.awscdk.services.ec2.CfnSecurityGroup.EgressProperty;
import software.amazon.awscdk.services.ec2.CfnSecurityGroup.IngressProperty;
import software.constructs.Construct;

/** Who may connect to the load balancer, and where it may connect to. */
final class Door {
    private final CfnSecurityGroup group;

    Door(Construct scope, Network network) {
        group =
                CfnSecurityGroup.Builder.create(scope, "Door")
                        .groupDescription("In from CloudFront, out to the gateways")
                        .vpcId(network.vpcId())
                        .securityGroupIngress(List.of(fromCloudFront(network)))
                        .securityGroupEgress(
                                List.of(
                                        toGateways(network, GatewayTargets.PORT, "requests"),
                                        toGateways(
                                                network,
                                                GatewayTargets.MANAGEMENT_PORT,
                                                "readiness")))
                        .build();
    }

    String id() {
        return group.getAttrGroupId();
    }

    private static IngressProperty fromCloudFront(Network network) {
        return IngressProperty.builder()
                .description("CloudFront")
                .ipProtocol("tcp")
                .fromPort(443)
                .toPort(443)
                .sourcePrefixListId(network.cloudFront())
                .build();
    }

    private static EgressProperty toGateways(Network network, int port, String why) {
        return EgressProperty.builder()
                .description(why)
                .ipProtocol("tcp")
                .fromPort(port)
                .toPort(port)
                .cidrIp(network.range())
                .build();
    }
}
