package com.rechain.dao.edge;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.cloudfront.CfnDistribution;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.ErrorResponse;
import software.amazon.awscdk.services.cloudfront.HttpVersion;
import software.amazon.awscdk.services.cloudfront.PriceClass;
import software.amazon.awscdk.services.cloudfront.SSLMethod;
import software.amazon.awscdk.services.cloudfront.SecurityPolicyProtocol;
import software.constructs.Construct;

/**
 * One distribution for everything, at all edge locations, with its firewall and its buckets. Lives
 * in us-east-1: certificates and firewalls of CloudFront have to.
 */
public final class EdgeStack extends Stack {
    /** The errors that CloudFront keeps for ten seconds unless told not to. */
    private static final List<Integer> KEPT_ERRORS =
            List.of(404, 405, 414, 500, 501, 502, 503, 504);

    EdgeStack(Construct scope, String id, StackProps props) {
        super(scope, id, props);
        CfnParameter names =
                parameter(
                        "DomainNames",
                        "CommaDelimitedList",
                        "Names people use, such as dao.example.org");
        CfnParameter certificate =
                parameter("CertificateArn", "String", "Certificate for these names, in us-east-1");
        Buckets buckets = new Buckets(this);
        Behaviors behaviors = new Behaviors(this, buckets, apiOrigin());
        Distribution distribution =
                Distribution.Builder.create(this, "Distribution")
                        .comment("REChain DAO")
                        .domainNames(names.getValueAsList())
                        .certificate(
                                Certificate.fromCertificateArn(
                                        this, "Certificate", certificate.getValueAsString()))
                        .minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2_2021)
                        .sslSupportMethod(SSLMethod.SNI)
                        .httpVersion(HttpVersion.HTTP2_AND_3)
                        .priceClass(PriceClass.PRICE_CLASS_ALL)
                        .defaultRootObject("index.html")
                        .defaultBehavior(behaviors.pages())
                        .additionalBehaviors(behaviors.byPath())
                        .errorResponses(errorsAreNotKept())
                        .webAclId(new ViewerFirewall(this).arn())
                        .logBucket(buckets.logs())
                        .logFilePrefix("cloudfront/")
                        .build();
        restrictCountries(distribution);
        output("DistributionId", distribution.getDistributionId());
        output("DistributionDomainName", distribution.getDistributionDomainName());
        output("WebBucket", buckets.web().getBucketName());
        output("ImagesBucket", buckets.images().getBucketName());
    }

    private ApiOrigin apiOrigin() {
        CfnParameter domain =
                parameter(
                        "OriginDomainName",
                        "String",
                        "Name of the load balancer, which its certificate is for");
        CfnParameter secret =
                parameter("OriginSecret", "String", "What the load balancer knows CloudFront by");
        secret.setNoEcho(true);
        secret.setAllowedPattern(ApiOrigin.SECRET_FORM);
        return new ApiOrigin(domain.getValueAsString(), secret.getValueAsString());
    }

    /** No code and no page: a problem document goes out as the gateway wrote it. */
    private static List<ErrorResponse> errorsAreNotKept() {
        return KEPT_ERRORS.stream()
                .map(status ->
                        ErrorResponse.builder().httpStatus(status).ttl(Duration.seconds(0)).build())
                .toList();
    }

    private void restrictCountries(Distribution distribution) {
        CfnParameter blocked =
                parameter("BlockedCountries", "CommaDelimitedList", "ISO codes; empty blocks none");
        blocked.setDefaultValue("");
        CfnCondition some =
                CfnCondition.Builder.create(this, "SomeCountriesAreBlocked")
                        .expression(
                                Fn.conditionNot(
                                        Fn.conditionEquals(
                                                Fn.join("", blocked.getValueAsList()), "")))
                        .build();
        CfnDistribution raw =
                (CfnDistribution) Objects.requireNonNull(distribution.getNode().getDefaultChild());
        raw.addPropertyOverride(
                "DistributionConfig.Restrictions.GeoRestriction",
                Fn.conditionIf(
                        some.getLogicalId(),
                        Map.of(
                                "RestrictionType",
                                "blacklist",
                                "Locations",
                                blocked.getValueAsList()),
                        Map.of("RestrictionType", "none")));
    }

    private CfnParameter parameter(String name, String type, String description) {
        return CfnParameter.Builder.create(this, name).type(type).description(description).build();
    }

    private void output(String name, String value) {
        CfnOutput.Builder.create(this, name).value(value).build();
    }
}
