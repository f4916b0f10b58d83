package com.rechain.dao.edge;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.amazon.awscdk.services.wafv2.CfnWebACL.BlockActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.DefaultActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.FieldToMatchProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.OrStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.StatementProperty;
import software.constructs.Construct;

/**
 * Lets pass at the load balancer what our distribution sends and nothing else: the address list is
 * of all of CloudFront, other people's distributions included. The listener asks for the same; this
 * still holds when somebody adds a listener rule.
 */
final class OriginFirewall {
    private final CfnWebACL firewall;

    OriginFirewall(Construct scope, OriginSecrets secrets) {
        StatementProperty showsSecret =
                StatementProperty.builder()
                        .orStatement(
                                OrStatementProperty.builder()
                                        .statements(
                                                List.of(
                                                        shows(secrets.first()),
                                                        shows(secrets.second())))
                                        .build())
                        .build();
        firewall =
                CfnWebACL.Builder.create(scope, "OriginFirewall")
                        .scope("REGIONAL")
                        .defaultAction(
                                DefaultActionProperty.builder()
                                        .block(BlockActionProperty.builder().build())
                                        .build())
                        .visibilityConfig(Rules.counted("OriginFirewall"))
                        .rules(
                                List.of(
                                        Rules.rule(0, "FromOurDistribution", showsSecret)
                                                .action(Rules.ALLOW)
                                                .build()))
                        .build();
    }

    String arn() {
        return firewall.getAttrArn();
    }

    private static StatementProperty shows(String secret) {
        FieldToMatchProperty header =
                FieldToMatchProperty.builder()
                        .singleHeader(
                                Map.of("Name", ApiOrigin.SECRET_HEADER.toLowerCase(Locale.ROOT)))
                        .build();
        return Rules.matches(header, "EXACTLY", secret);
    }
}
