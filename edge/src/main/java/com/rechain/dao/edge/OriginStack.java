package com.rechain.dao.edge;

import java.util.List;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.wafv2.CfnWebACLAssociation;
import software.constructs.Construct;

/**
 * The load balancer in front of the gateways, in the cluster's region. Its targets are registered
 * by the cluster; nobody but our distribution gets past its door.
 */
public final class OriginStack extends Stack {
    OriginStack(Construct scope, String id, StackProps props) {
        super(scope, id, props);
        Network network = network();
        OriginSecrets secrets = secrets();
        Door door = new Door(this, network);
        GatewayTargets gateways = new GatewayTargets(this, network);
        LoadBalancer balancer = new LoadBalancer(this, network, door.id());
        CfnParameter certificate =
                parameter("CertificateArn", "String", "Certificate for the origin's name");
        balancer.forward(this, certificate.getValueAsString(), secrets, gateways.arn());
        CfnWebACLAssociation.Builder.create(this, "FirewallOnLoadBalancer")
                .resourceArn(balancer.arn())
                .webAclArn(new OriginFirewall(this, secrets).arn())
                .build();
        output("LoadBalancerDomainName", balancer.domainName());
        output("TargetGroupArn", gateways.arn());
        output("SecurityGroupId", door.id());
    }

    private Network network() {
        CfnParameter vpc = parameter("VpcId", "AWS::EC2::VPC::Id", "The cluster's network");
        CfnParameter range = parameter("VpcCidr", "String", "Its addresses, such as 10.0.0.0/16");
        CfnParameter subnets =
                parameter(
                        "PublicSubnetIds",
                        "List<AWS::EC2::Subnet::Id>",
                        "Public subnets in two or more zones");
        CfnParameter cloudFront =
                parameter(
                        "CloudFrontPrefixListId",
                        "String",
                        "Id, in this region, of com.amazonaws.global.cloudfront.origin-facing");
        cloudFront.setAllowedPattern("pl-[0-9a-f]+");
        return new Network(
                vpc.getValueAsString(),
                range.getValueAsString(),
                subnets.getValueAsList(),
                cloudFront.getValueAsString());
    }

    /**
     * While the secret is changed, two are good: the distribution takes minutes to be everywhere.
     */
    private OriginSecrets secrets() {
        CfnParameter now = parameter("OriginSecret", "String", "What CloudFront shows");
        now.setNoEcho(true);
        now.setAllowedPattern(ApiOrigin.SECRET_FORM);
        CfnParameter other =
                parameter("OtherOriginSecret", "String", "Also good while the secret is changed");
        other.setNoEcho(true);
        other.setAllowedPattern(ApiOrigin.SECRET_FORM + "|");
        other.setDefaultValue("");
        CfnCondition two =
                CfnCondition.Builder.create(this, "TwoSecretsAreGood")
                        .expression(
                                Fn.conditionNot(Fn.conditionEquals(other.getValueAsString(), "")))
                        .build();
        String second =
                Fn.conditionIf(two.getLogicalId(), other.getValueAsString(), now.getValueAsString())
                        .toString();
        String secondOrNone =
                Fn.conditionIf(two.getLogicalId(), other.getValueAsString(), Aws.NO_VALUE)
                        .toString();
        return new OriginSecrets(
                now.getValueAsString(), second, List.of(now.getValueAsString(), secondOrNone));
    }

    private CfnParameter parameter(String name, String type, String description) {
        return CfnParameter.Builder.create(this, name).type(type).description(description).build();
    }

    private void output(String name, String value) {
        CfnOutput.Builder.create(this, name).value(value).build();
    }
}
