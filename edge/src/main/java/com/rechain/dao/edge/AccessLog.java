package com.rechain.dao.edge;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.constructs.Construct;

/** Where the load balancer writes down who asked for what, for 90 days. */
final class AccessLog {
    private final Bucket bucket;

    AccessLog(Construct scope) {
        bucket =
                Buckets.closed(scope, "AccessLog")
                        .lifecycleRules(
                                List.of(
                                        LifecycleRule.builder()
                                                .expiration(Duration.days(90))
                                                .build()))
                        .build();
        bucket.addToResourcePolicy(
                PolicyStatement.Builder.create()
                        .principals(
                                List.of(
                                        new ServicePrincipal(
                                                "logdelivery.elasticloadbalancing.amazonaws.com")))
                        .actions(List.of("s3:PutObject"))
                        .resources(List.of(bucket.arnForObjects("*")))
                        .build());
    }

    /** The load balancer's attributes that switch it on. */
    Map<String, String> attributes() {
        return Map.of(
                "access_logs.s3.enabled", "true", "access_logs.s3.bucket", bucket.getBucketName());
    }

    /** Without it the load balancer can not be set up. */
    Construct permission() {
        return bucket.getPolicy();
    }
}
