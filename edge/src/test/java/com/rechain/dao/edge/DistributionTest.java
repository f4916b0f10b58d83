package com.rechain.dao.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionTest {
    private final Template template = Template.edge();
    private final PathRules rules = new PathRules(template);
    private final JsonNode config =
            template.only("AWS::CloudFront::Distribution").get("DistributionConfig");

    @Test
    void itIsEverywhereOverHttp2AndHttp3AndBothInternets() {
        assertThat(config.get("PriceClass").asText()).isEqualTo("PriceClass_All");
        assertThat(config.get("HttpVersion").asText()).isEqualTo("http2and3");
        assertThat(config.get("IPV6Enabled").asBoolean()).isTrue();
    }

    @Test
    void itAnswersToTheGivenNamesWithTheGivenCertificateFromTls12On() {
        JsonNode viewer = config.get("ViewerCertificate");

        assertThat(config.at("/Aliases/Ref").asText()).isEqualTo("DomainNames");
        assertThat(viewer.at("/AcmCertificateArn/Ref").asText()).isEqualTo("CertificateArn");
        assertThat(viewer.get("MinimumProtocolVersion").asText()).isEqualTo("TLSv1.2_2021");
        assertThat(viewer.get("SslSupportMethod").asText()).isEqualTo("sni-only");
    }

    @Test
    void countriesAreBlockedOnlyWhenSomeAreNamed() {
        JsonNode choice = config.at("/Restrictions/GeoRestriction/Fn::If");

        assertThat(template.root().at("/Parameters/BlockedCountries/Default").asText()).isEmpty();
        assertThat(choice.at("/1/RestrictionType").asText()).isEqualTo("blacklist");
        assertThat(choice.at("/1/Locations/Ref").asText()).isEqualTo("BlockedCountries");
        assertThat(choice.at("/2/RestrictionType").asText()).isEqualTo("none");
    }

    @Test
    void itSpeaksTls12ToTheLoadBalancerAndShowsTheSecretThere() {
        JsonNode origin = origin("api");

        assertThat(origin.at("/DomainName/Ref").asText()).isEqualTo("OriginDomainName");
        assertThat(origin.at("/CustomOriginConfig/OriginProtocolPolicy").asText())
                .isEqualTo("https-only");
        assertThat(origin.at("/CustomOriginConfig/OriginSSLProtocols"))
                .extracting(JsonNode::asText)
                .containsExactly("TLSv1.2");
        assertThat(origin.at("/OriginCustomHeaders")).hasSize(1);
        assertThat(origin.at("/OriginCustomHeaders/0/HeaderName").asText())
                .isEqualTo("X-Origin-Verify");
        assertThat(origin.at("/OriginCustomHeaders/0/HeaderValue/Ref").asText())
                .isEqualTo("OriginSecret");
    }

    @Test
    void theSecretIsNeverShownAndHasNothingTheLoadBalancerTakesForAWildcard() {
        JsonNode secret = template.root().at("/Parameters/OriginSecret");

        assertThat(secret.get("NoEcho").asBoolean()).isTrue();
        assertThat(secret.get("AllowedPattern").asText()).isEqualTo("[A-Za-z0-9]{32,128}");
        assertThat(secret.has("Default")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/index.html", "/assets/app.js", "/images/1/640"})
    void filesComeFromClosedBucketsWhichOnlyThisDistributionReads(String path) {
        JsonNode origin = origin(rules.behavior(path).get("TargetOriginId").asText());

        JsonNode control = template.at(origin.get("OriginAccessControlId"));
        assertThat(control.at("/OriginAccessControlConfig/SigningBehavior").asText())
                .isEqualTo("always");
        assertThat(template.properties("AWS::S3::Bucket"))
                .hasSize(3)
                .allSatisfy(bucket ->
                        assertThat(bucket.get("PublicAccessBlockConfiguration"))
                                .hasSize(4)
                                .allMatch(JsonNode::asBoolean));
        assertThat(readersOf(origin)).isEqualTo("cloudfront.amazonaws.com");
        assertThat(rules.behavior(path).get("AllowedMethods"))
                .extracting(JsonNode::asText)
                .containsExactly("GET", "HEAD");
        assertThat(rules.behavior(path).get("ViewerProtocolPolicy").asText())
                .isEqualTo("redirect-to-https");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/index.html", "/assets/app.js", "/images/1/640", "/api/v1/proposals"})
    void textIsCompressedWithBrotliOrGzip(String path) {
        JsonNode key = rules.cachePolicy(path).get("ParametersInCacheKeyAndForwardedToOrigin");

        assertThat(rules.behavior(path).get("Compress").asBoolean()).isTrue();
        assertThat(key.get("EnableAcceptEncodingBrotli").asBoolean()).isTrue();
        assertThat(key.get("EnableAcceptEncodingGzip").asBoolean()).isTrue();
    }

    @Test
    void theGatewaysHeadersGoBeforeTheEdges() {
        JsonNode security = rules.headersPolicy("/api/v1/proposals").get("SecurityHeadersConfig");

        assertThat(security)
                .hasSize(2)
                .allSatisfy(header -> assertThat(header.get("Override").asBoolean()).isFalse());
        assertThat(security.at("/StrictTransportSecurity/AccessControlMaxAgeSec").asLong())
                .isEqualTo(63_072_000);
    }

    @Test
    void pagesRunOnlyTheirOwnCodeAndImagesNone() {
        assertThat(contentPolicy("/index.html"))
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(contentPolicy("/images/1/640")).isEqualTo("default-src 'none'; sandbox");
    }

    @Test
    void noPolicyGivesALifetimeToAnErrorByOverridingCacheControl() {
        assertThat(template.properties("AWS::CloudFront::ResponseHeadersPolicy"))
                .hasSize(3)
                .allSatisfy(
                        policy -> assertThat(policy.toString()).doesNotContain("Cache-Control"));
    }

    @Test
    void browsersAreToldThatAnImageDependsOnWhatTheyAccept() {
        JsonNode header = rules.headersPolicy("/images/1/640").at("/CustomHeadersConfig/Items/0");

        assertThat(header.get("Header").asText()).isEqualTo("Vary");
        assertThat(header.get("Value").asText()).isEqualTo("Accept");
    }

    @Test
    void whoAskedForWhatIsLoggedFor90Days() {
        JsonNode logs = template.at(config.at("/Logging/Bucket"));

        assertThat(config.at("/Logging/IncludeCookies").asBoolean()).isFalse();
        assertThat(logs.at("/LifecycleConfiguration/Rules/0/ExpirationInDays").asInt())
                .isEqualTo(90);
        assertThat(logs.at("/OwnershipControls/Rules/0/ObjectOwnership").asText())
                .isEqualTo("ObjectWriter");
    }

    private JsonNode origin(String id) {
        for (JsonNode origin : config.get("Origins")) {
            if (origin.get("Id").asText().equals(id)) {
                return origin;
            }
        }
        throw new AssertionError("no origin " + id);
    }

    private String readersOf(JsonNode origin) {
        String bucket = origin.at("/DomainName/Fn::GetAtt/0").asText();
        for (JsonNode policy : template.properties("AWS::S3::BucketPolicy")) {
            if (policy.at("/Bucket/Ref").asText().equals(bucket)) {
                JsonNode reading = policy.at("/PolicyDocument/Statement/1");
                assertThat(reading.get("Action").asText()).isEqualTo("s3:GetObject");
                assertThat(reading.at("/Condition/StringEquals/AWS:SourceArn").toString())
                        .contains(":distribution/");
                return reading.at("/Principal/Service").asText();
            }
        }
        throw new AssertionError("no policy of " + bucket);
    }

    private String contentPolicy(String path) {
        return rules.headersPolicy(path)
                .at("/SecurityHeadersConfig/ContentSecurityPolicy/ContentSecurityPolicy")
                .asText();
    }
}
