package com.rechain.dao.edge;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.wafv2.CfnWebACL.AllowActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.BlockActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.ByteMatchStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.CountActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.CustomResponseProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.FieldToMatchProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.ManagedRuleGroupStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.OverrideActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RateBasedStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleActionOverrideProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.StatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.TextTransformationProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.VisibilityConfigProperty;

/** The kinds of firewall rules that we use, each counted under its own name. */
final class Rules {
    static final RuleActionProperty ALLOW =
            RuleActionProperty.builder().allow(AllowActionProperty.builder().build()).build();
    private static final RuleActionProperty COUNT =
            RuleActionProperty.builder().count(CountActionProperty.builder().build()).build();

    private Rules() {}

    /** A group that AWS keeps up to date; of it, {@code counted} only count. */
    static RuleProperty managed(int priority, String group, String... counted) {
        List<RuleActionOverrideProperty> overrides =
                Arrays.stream(counted).map(Rules::onlyCounting).toList();
        ManagedRuleGroupStatementProperty.Builder managed =
                ManagedRuleGroupStatementProperty.builder().vendorName("AWS").name(group);
        if (!overrides.isEmpty()) {
            managed.ruleActionOverrides(overrides);
        }
        StatementProperty statement =
                StatementProperty.builder().managedRuleGroupStatement(managed.build()).build();
        return rule(priority, group, statement)
                .overrideAction(OverrideActionProperty.builder().none(Map.of()).build())
                .build();
    }

    /** Blocks an address that sends more than {@code limit} requests a minute. */
    static RuleProperty perMinute(
            int priority, String name, int limit, @Nullable StatementProperty ofThese) {
        RateBasedStatementProperty.Builder rate =
                RateBasedStatementProperty.builder()
                        .aggregateKeyType("IP")
                        .limit(limit)
                        .evaluationWindowSec(60);
        if (ofThese != null) {
            rate.scopeDownStatement(ofThese);
        }
        RuleActionProperty tooMany =
                RuleActionProperty.builder()
                        .block(
                                BlockActionProperty.builder()
                                        .customResponse(
                                                CustomResponseProperty.builder()
                                                        .responseCode(429)
                                                        .build())
                                        .build())
                        .build();
        return rule(
                        priority,
                        name,
                        StatementProperty.builder().rateBasedStatement(rate.build()).build())
                .action(tooMany)
                .build();
    }

    static RuleProperty.Builder rule(int priority, String name, StatementProperty statement) {
        return RuleProperty.builder()
                .priority(priority)
                .name(name)
                .statement(statement)
                .visibilityConfig(counted(name));
    }

    /**
     * True where {@code field} is, begins with or ends with {@code text}: {@code how} says which.
     */
    static StatementProperty matches(FieldToMatchProperty field, String how, String text) {
        return StatementProperty.builder()
                .byteMatchStatement(
                        ByteMatchStatementProperty.builder()
                                .fieldToMatch(field)
                                .positionalConstraint(how)
                                .searchString(text)
                                .textTransformations(
                                        List.of(
                                                TextTransformationProperty.builder()
                                                        .priority(0)
                                                        .type("NONE")
                                                        .build()))
                                .build())
                .build();
    }

    static VisibilityConfigProperty counted(String name) {
        return VisibilityConfigProperty.builder()
                .metricName(name)
                .cloudWatchMetricsEnabled(true)
                .sampledRequestsEnabled(true)
                .build();
    }

    private static RuleActionOverrideProperty onlyCounting(String rule) {
        return RuleActionOverrideProperty.builder().name(rule).actionToUse(COUNT).build();
    }
}
