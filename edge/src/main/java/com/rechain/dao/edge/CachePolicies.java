package com.rechain.dao.edge;

import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudfront.CacheCookieBehavior;
import software.amazon.awscdk.services.cloudfront.CacheHeaderBehavior;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.CacheQueryStringBehavior;
import software.constructs.Construct;

/**
 * How long each kind of answer may be kept, and what tells one from another. The least is always
 * zero: more would keep what says {@code private}.
 */
final class CachePolicies {
    private final CachePolicy publicApi;
    private final CachePolicy pages;
    private final CachePolicy files;

    CachePolicies(Construct scope) {
        publicApi =
                policy(scope, "PublicApi", "public-api")
                        .comment("As the answer says; nothing where it says nothing")
                        .defaultTtl(Duration.seconds(0))
                        // Bounds how long a stale answer bridges an outage, so not less than that.
                        .maxTtl(Duration.seconds(300))
                        .headerBehavior(
                                CacheHeaderBehavior.allowList("Authorization", "Freshness-Token"))
                        .queryStringBehavior(CacheQueryStringBehavior.all())
                        .build();
        pages =
                policy(scope, "Pages", "pages")
                        .comment("Asked for again each time, by ETag")
                        .defaultTtl(Duration.seconds(0))
                        .maxTtl(Duration.days(1))
                        .build();
        files =
                policy(scope, "Files", "files")
                        .comment("Names that change with the content")
                        .defaultTtl(Duration.days(1))
                        .maxTtl(Duration.days(365))
                        .build();
    }

    CachePolicy publicApi() {
        return publicApi;
    }

    CachePolicy pages() {
        return pages;
    }

    CachePolicy files() {
        return files;
    }

    private static CachePolicy.Builder policy(Construct scope, String id, String name) {
        return CachePolicy.Builder.create(scope, id + "Cache")
                .cachePolicyName(Aws.STACK_NAME + "-" + name)
                .minTtl(Duration.seconds(0))
                .cookieBehavior(CacheCookieBehavior.none())
                .enableAcceptEncodingGzip(true)
                .enableAcceptEncodingBrotli(true);
    }
}
