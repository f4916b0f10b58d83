package com.rechain.dao.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class ViewerFirewallTest {
    private final Template template = Template.edge();
    private final JsonNode firewall = template.only("AWS::WAFv2::WebACL");

    @Test
    void itStandsBeforeTheDistribution() {
        JsonNode used =
                template.only("AWS::CloudFront::Distribution").at("/DistributionConfig/WebACLId");

        assertThat(firewall.get("Scope").asText()).isEqualTo("CLOUDFRONT");
        assertThat(template.at(used)).isEqualTo(firewall);
    }

    @Test
    void itStopsKnownAttacksByRulesThatAwsKeepsUpToDate() {
        for (String group :
                new String[] {
                    "AWSManagedRulesAmazonIpReputationList",
                    "AWSManagedRulesKnownBadInputsRuleSet",
                    "AWSManagedRulesCommonRuleSet"
                }) {
            JsonNode rule = rule(group);
            assertThat(rule.at("/Statement/ManagedRuleGroupStatement/VendorName").asText())
                    .isEqualTo("AWS");
            assertThat(rule.at("/OverrideAction/None").isObject()).isTrue();
        }
    }

    @Test
    void aProposalMayQuoteAScriptAPathOrAnAddress() {
        JsonNode overrides =
                rule("AWSManagedRulesCommonRuleSet")
                        .at("/Statement/ManagedRuleGroupStatement/RuleActionOverrides");

        assertThat(overrides)
                .extracting(override -> override.get("Name").asText())
                .containsExactly(
                        "SizeRestrictions_BODY",
                        "CrossSiteScripting_BODY",
                        "GenericLFI_BODY",
                        "GenericRFI_BODY",
                        "EC2MetaDataSSRF_BODY");
        assertThat(overrides)
                .allSatisfy(override ->
                        assertThat(override.at("/ActionToUse/Count").isObject()).isTrue());
    }

    @Test
    void wholeProposalsAreLookedAt() {
        assertThat(
                        firewall.at(
                                        "/AssociationConfig/RequestBody/CLOUDFRONT/DefaultSizeInspectionLimit")
                                .asText())
                .isEqualTo("KB_64");
    }

    @Test
    void anAddressMaySend1200RequestsAMinute() {
        JsonNode rate = rule("RequestRate").at("/Statement/RateBasedStatement");

        assertThat(rate.get("Limit").asInt()).isEqualTo(1200);
        assertThat(rate.get("EvaluationWindowSec").asInt()).isEqualTo(60);
        assertThat(rate.get("AggregateKeyType").asText()).isEqualTo("IP");
        assertThat(rate.has("ScopeDownStatement")).isFalse();
    }

    @Test
    void anAddressMayTryToSignIn60TimesAMinuteAndIsThenTold429() {
        JsonNode rule = rule("SignInRate");
        JsonNode rate = rule.at("/Statement/RateBasedStatement");

        assertThat(rate.get("Limit").asInt()).isEqualTo(60);
        assertThat(rate.at("/ScopeDownStatement/ByteMatchStatement/SearchString").asText())
                .isEqualTo("/api/v1/auth/");
        assertThat(rate.at("/ScopeDownStatement/ByteMatchStatement/PositionalConstraint").asText())
                .isEqualTo("STARTS_WITH");
        assertThat(rule.at("/Action/Block/CustomResponse/ResponseCode").asInt()).isEqualTo(429);
    }

    @Test
    void everyRuleIsCountedUnderItsNameAndHasAPlaceOfItsOwn() {
        assertThat(firewall.get("Rules"))
                .hasSize(5)
                .allSatisfy(rule ->
                        assertThat(rule.at("/VisibilityConfig/MetricName").asText())
                                .isEqualTo(rule.get("Name").asText()));
        assertThat(firewall.get("Rules"))
                .extracting(rule -> rule.get("Priority").asInt())
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsBlockedIsLoggedWithoutTokensAndCookies() {
        JsonNode logging = template.only("AWS::WAFv2::LoggingConfiguration");

        assertThat(logging.get("RedactedFields"))
                .extracting(field -> field.at("/SingleHeader/Name").asText())
                .containsExactly("authorization", "cookie");
        assertThat(template.only("AWS::Logs::LogGroup").get("LogGroupName").asText())
                .startsWith("aws-waf-logs-");
    }

    private JsonNode rule(String name) {
        for (JsonNode rule : firewall.get("Rules")) {
            if (rule.get("Name").asText().equals(name)) {
                return rule;
            }
        }
        throw new AssertionError("no rule " + name);
    }
}
