package com.rechain.dao.edge;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.wafv2.CfnLoggingConfiguration;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.amazon.awscdk.services.wafv2.CfnWebACL.AllowActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.AssociationConfigProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.DefaultActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.FieldToMatchProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleProperty;
import software.constructs.Construct;

/** Stops known attacks and floods at the edge location they arrive at. */
final class ViewerFirewall {
    /**
     * Bodies are texts about anything, kept as text and never interpreted: a proposal may quote a
     * script or a path. These rules would refuse it, so they only count.
     */
    private static final String[] ABOUT_BODIES = {
        "SizeRestrictions_BODY",
        "CrossSiteScripting_BODY",
        "GenericLFI_BODY",
        "GenericRFI_BODY",
        "EC2MetaDataSSRF_BODY"
    };

    private static final FieldToMatchProperty PATH =
            FieldToMatchProperty.builder().uriPath(Map.of()).build();

    private final CfnWebACL firewall;

    ViewerFirewall(Construct scope) {
        firewall =
                CfnWebACL.Builder.create(scope, "ViewerFirewall")
                        .scope("CLOUDFRONT")
                        .defaultAction(
                                DefaultActionProperty.builder()
                                        .allow(AllowActionProperty.builder().build())
                                        .build())
                        .visibilityConfig(Rules.counted("ViewerFirewall"))
                        .rules(rules())
                        // Look at whole proposals, not at their first 16 KiB; the gateway's own
                        // limits refuse what is too large.
                        .associationConfig(inspectBodiesUpTo("KB_64"))
                        .build();
        logBlocked(scope);
    }

    String arn() {
        return firewall.getAttrArn();
    }

    private static List<RuleProperty> rules() {
        return List.of(
                Rules.perMinute(
                        0, "SignInRate", 60, Rules.matches(PATH, "STARTS_WITH", "/api/v1/auth/")),
                // A page that follows a vote asks once a second; a household or office shares an
                // address.
                Rules.perMinute(1, "RequestRate", 1200, null),
                Rules.managed(2, "AWSManagedRulesAmazonIpReputationList"),
                Rules.managed(3, "AWSManagedRulesKnownBadInputsRuleSet"),
                Rules.managed(4, "AWSManagedRulesCommonRuleSet", ABOUT_BODIES));
    }

    private static AssociationConfigProperty inspectBodiesUpTo(String limit) {
        return AssociationConfigProperty.builder()
                .requestBody(Map.of("CLOUDFRONT", Map.of("defaultSizeInspectionLimit", limit)))
                .build();
    }

    private void logBlocked(Construct scope) {
        LogGroup log =
                LogGroup.Builder.create(scope, "FirewallLog")
                        // The service insists on the prefix.
                        .logGroupName("aws-waf-logs-rechain-dao-edge")
                        .retention(RetentionDays.ONE_MONTH)
                        .build();
        CfnLoggingConfiguration.Builder.create(scope, "FirewallLogging")
                .resourceArn(firewall.getAttrArn())
                .logDestinationConfigs(List.of(log.getLogGroupArn()))
                .redactedFields(List.of(header("authorization"), header("cookie")))
                .loggingFilter(onlyWhatIsBlocked())
                .build();
    }

    private static Map<String, Object> header(String name) {
        return Map.of("singleHeader", Map.of("Name", name));
    }

    private static Map<String, Object> onlyWhatIsBlocked() {
        return Map.of(
                "DefaultBehavior",
                "DROP",
                "Filters",
                List.of(
                        Map.of(
                                "Behavior",
                                "KEEP",
                                "Requirement",
                                "MEETS_ANY",
                                "Conditions",
                                List.of(
                                        Map.of("ActionCondition", Map.of("Action", "BLOCK")),
                                        Map.of("ActionCondition", Map.of("Action", "COUNT"))))));
    }
}
