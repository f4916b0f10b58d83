package com.rechain.dao.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.platform.http.Caching;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CachingTest {
    private static final String KEY = "/ParametersInCacheKeyAndForwardedToOrigin";
    private static final String ALL_VIEWER = "216adef6-5c7f-47e4-b989-5492eafa07d3";
    private static final Path CONTRACTS = Path.of("..", "contracts", "openapi");

    private final PathRules rules = PathRules.ofTheEdge();

    @Test
    void anAssetMayBeKeptForAYearWhateverIsAskedWithIt() {
        JsonNode policy = rules.cachePolicy("/assets/app-4f1c.js");

        assertThat(policy.get("MaxTTL").asLong()).isEqualTo(31_536_000);
        assertThat(policy.at(KEY + "/HeadersConfig/HeaderBehavior").asText()).isEqualTo("none");
        assertThat(policy.at(KEY + "/QueryStringsConfig/QueryStringBehavior").asText())
                .isEqualTo("none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/proposals/1", "/service-worker.js"})
    void aPageIsNotKeptUnlessItSaysSo(String path) {
        assertThat(rules.cachePolicy(path).get("DefaultTTL").asLong()).isZero();
        assertThat(rules.behavior(path).has("PathPattern")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/proposals",
                "/api/v1/proposals/1",
                "/api/v1/proposals/1/tally",
                "/api/v1/proposals/1/result",
                "/api/v1/proposals/1/ballots",
                "/api/v1/spaces",
                "/.well-known/jwks.json",
                "/openapi.json"
            })
    void aPublicAnswerIsKeptAsLongAsItSaysAndNotWhenItSaysNothing(String path) {
        assertThat(rules.cachesNothing(path)).isFalse();
        assertThat(rules.cachePolicy(path).get("MinTTL").asLong()).isZero();
        assertThat(rules.cachePolicy(path).get("DefaultTTL").asLong()).isZero();
    }

    @Test
    void aStaleAnswerBridgesAnOutageForAsLongAsTheServicesAllow() {
        // CloudFront hands out stale answers for the lesser of the directive and MaxTTL.
        assertThat(Caching.FOR_EVERYONE).contains("stale-if-error=300");
        assertThat(rules.cachePolicy("/api/v1/proposals").get("MaxTTL").asLong()).isEqualTo(300);
    }

    @Test
    void whoAsksAndWhatTheyHaveWrittenTellPublicAnswersApart() {
        JsonNode key = rules.cachePolicy("/api/v1/proposals").at(KEY);

        assertThat(key.at("/HeadersConfig/Headers"))
                .extracting(JsonNode::asText)
                .containsExactly("Authorization", "Freshness-Token");
        assertThat(key.at("/QueryStringsConfig/QueryStringBehavior").asText()).isEqualTo("all");
    }

    @Test
    void noCookieReachesTheServicesWhereTheirAnswersMayBeKept() {
        JsonNode forwarded =
                rules.template()
                        .at(rules.behavior("/api/v1/proposals").get("OriginRequestPolicyId"))
                        .get("OriginRequestPolicyConfig");

        assertThat(forwarded.at("/CookiesConfig/CookieBehavior").asText()).isEqualTo("none");
        assertThat(forwarded.at("/HeadersConfig/HeaderBehavior").asText()).isEqualTo("allViewer");
        assertThat(forwarded.at("/QueryStringsConfig/QueryStringBehavior").asText())
                .isEqualTo("all");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/auth/login",
                "/api/v1/auth/refresh",
                "/api/v1/users/me",
                "/api/v1/users/me/x.css",
                "/api/v1/users/me/ballots",
                "/api/v1/proposals/1/ballot",
                "/api/v1/proposals/1/ballot/x.js",
                "/api/v1/proposals/1/ballot/preview",
                "/api/v1/proposals/1/stream",
                "/api/v1/spaces/1/weights",
                "/api/v1/uploads",
                "/api/v1/uploads/1/parts/2",
                "/api/v1/proposals/1/attachments",
                "/api/v1/proposals/1/attachments/2",
                "/health"
            })
    void whatIsPrivateOrUploadedIsNeverKeptAndArrivesAsItWasSent(String path) {
        assertThat(rules.cachesNothing(path)).isTrue();
        assertThat(rules.behavior(path).get("OriginRequestPolicyId").asText())
                .isEqualTo(ALL_VIEWER);
    }

    @ParameterizedTest
    @MethodSource("documentedPaths")
    void everyPathOfTheApiGoesToTheLoadBalancerWithAnyMethodAndOnlyByTls(String path) {
        JsonNode behavior = rules.behavior(path);

        assertThat(behavior.get("TargetOriginId").asText()).isEqualTo("api");
        assertThat(behavior.get("ViewerProtocolPolicy").asText()).isEqualTo("https-only");
        assertThat(behavior.get("AllowedMethods"))
                .extracting(JsonNode::asText)
                .contains("GET", "POST", "PUT", "PATCH", "DELETE");
        // GET and HEAD alone are what CloudFront keeps unless it is told more.
        assertThat(behavior.has("CachedMethods")).isFalse();
    }

    static Stream<String> documentedPaths() throws IOException {
        Pattern path = Pattern.compile("^  (/\\S+):$", Pattern.MULTILINE);
        StringBuilder all = new StringBuilder();
        for (String service : List.of("user-service", "proposal-service", "voting-service")) {
            all.append(Files.readString(CONTRACTS.resolve(service + ".yaml")));
        }
        List<String> paths = path.matcher(all).results().map(MatchResult::group).toList();
        return paths.stream().map(line -> line.strip().replace(":", ""));
    }

    @Test
    void noPolicyKeepsWhatSaysItIsPrivate() {
        // With a higher minimum CloudFront would keep answers that say private or no-store.
        assertThat(rules.template().properties("AWS::CloudFront::CachePolicy"))
                .hasSize(3)
                .allSatisfy(policy ->
                        assertThat(policy.at("/CachePolicyConfig/MinTTL").asLong()).isZero());
    }

    @Test
    void noPolicyHasCookiesInItsKey() {
        assertThat(rules.template().properties("AWS::CloudFront::CachePolicy"))
                .extracting(policy ->
                        policy.at("/CachePolicyConfig" + KEY + "/CookiesConfig/CookieBehavior")
                                .asText())
                .containsExactly("none", "none", "none");
    }

    @Test
    void errorsAreNotKeptAndStayAsTheGatewayWroteThem() {
        JsonNode errors =
                rules.template()
                        .only("AWS::CloudFront::Distribution")
                        .at("/DistributionConfig/CustomErrorResponses");

        assertThat(errors)
                .extracting(error -> error.get("ErrorCode").asInt())
                .containsExactly(404, 405, 414, 500, 501, 502, 503, 504);
        assertThat(errors)
                .allSatisfy(error -> {
                    assertThat(error.get("ErrorCachingMinTTL").asInt()).isZero();
                    assertThat(error.has("ResponsePagePath")).isFalse();
                });
    }
}
