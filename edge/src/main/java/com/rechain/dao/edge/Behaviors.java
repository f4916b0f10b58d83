package com.rechain.dao.edge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.cloudfront.AllowedMethods;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.FunctionAssociation;
import software.amazon.awscdk.services.cloudfront.FunctionEventType;
import software.amazon.awscdk.services.cloudfront.ICachePolicy;
import software.amazon.awscdk.services.cloudfront.IFunction;
import software.amazon.awscdk.services.cloudfront.IOrigin;
import software.amazon.awscdk.services.cloudfront.OriginRequestCookieBehavior;
import software.amazon.awscdk.services.cloudfront.OriginRequestHeaderBehavior;
import software.amazon.awscdk.services.cloudfront.OriginRequestPolicy;
import software.amazon.awscdk.services.cloudfront.OriginRequestQueryStringBehavior;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOrigin;
import software.constructs.Construct;

/** Which paths go where and by which rules. The first that fits holds, as in CloudFront itself. */
final class Behaviors {
    /** Whatever their answers say, nothing of these is kept. */
    static final List<String> NEVER_CACHED =
            List.of(
                    "/api/v1/auth/*",
                    "/api/v1/users/*",
                    "/api/v1/proposals/*/ballot",
                    "/api/v1/proposals/*/ballot/*",
                    "/api/v1/proposals/*/stream",
                    "/api/v1/spaces/*/weights",
                    "/api/v1/uploads",
                    "/api/v1/uploads/*",
                    "/api/v1/*/attachments",
                    "/api/v1/*/attachments/*",
                    "/health");

    /** Kept as long as their answers allow. */
    static final List<String> PUBLIC_API =
            List.of("/api/*", "/.well-known/*", "/openapi.json", "/docs", "/docs/*");

    private final CachePolicies caches;
    private final HeaderPolicies headers;
    private final EdgeFunctions functions;
    private final OriginRequestPolicy withoutCookies;
    private final IOrigin api;
    private final IOrigin web;
    private final IOrigin images;

    Behaviors(Construct scope, Buckets buckets, ApiOrigin apiOrigin) {
        caches = new CachePolicies(scope);
        headers = new HeaderPolicies(scope);
        functions = new EdgeFunctions(scope);
        withoutCookies = withoutCookies(scope);
        api = apiOrigin.origin();
        web = S3BucketOrigin.withOriginAccessControl(buckets.web());
        images = S3BucketOrigin.withOriginAccessControl(buckets.images());
    }

    /** All but the default, in their order. */
    Map<String, BehaviorOptions> byPath() {
        Map<String, BehaviorOptions> behaviors = new LinkedHashMap<>();
        NEVER_CACHED.forEach(path -> behaviors.put(path, neverCached()));
        PUBLIC_API.forEach(path -> behaviors.put(path, publicApi()));
        behaviors.put("/assets/*", assets());
        behaviors.put("/images/*", images());
        return behaviors;
    }

    /** The web app's pages: the default. */
    BehaviorOptions pages() {
        return reading(web, caches.pages())
                .responseHeadersPolicy(headers.web())
                .functionAssociations(List.of(onRequest(functions.pagePath())))
                .build();
    }

    private BehaviorOptions assets() {
        return reading(web, caches.files()).responseHeadersPolicy(headers.web()).build();
    }

    private BehaviorOptions images() {
        return reading(images, caches.files())
                .responseHeadersPolicy(headers.images())
                .functionAssociations(List.of(onRequest(functions.imageFormat())))
                .build();
    }

    private BehaviorOptions publicApi() {
        return calling(caches.publicApi()).originRequestPolicy(withoutCookies).build();
    }

    private BehaviorOptions neverCached() {
        return calling(CachePolicy.CACHING_DISABLED)
                .originRequestPolicy(OriginRequestPolicy.ALL_VIEWER)
                .build();
    }

    private BehaviorOptions.Builder calling(ICachePolicy cache) {
        return behavior(api, cache)
                .allowedMethods(AllowedMethods.ALLOW_ALL)
                .responseHeadersPolicy(headers.api())
                // No redirect: a token sent in the clear has to fail, so that somebody notices.
                .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY);
    }

    private static BehaviorOptions.Builder reading(IOrigin origin, ICachePolicy cache) {
        return behavior(origin, cache)
                .allowedMethods(AllowedMethods.ALLOW_GET_HEAD)
                .viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS);
    }

    private static BehaviorOptions.Builder behavior(IOrigin origin, ICachePolicy cache) {
        return BehaviorOptions.builder().origin(origin).cachePolicy(cache).compress(true);
    }

    /** What is not in the key must not change the answer, and a cookie might. */
    private static OriginRequestPolicy withoutCookies(Construct scope) {
        return OriginRequestPolicy.Builder.create(scope, "WithoutCookies")
                .originRequestPolicyName(Aws.STACK_NAME + "-without-cookies")
                .headerBehavior(OriginRequestHeaderBehavior.all())
                .queryStringBehavior(OriginRequestQueryStringBehavior.all())
                .cookieBehavior(OriginRequestCookieBehavior.none())
                .build();
    }

    private static FunctionAssociation onRequest(IFunction function) {
        return FunctionAssociation.builder()
                .eventType(FunctionEventType.VIEWER_REQUEST)
                .function(function)
                .build();
    }
}
