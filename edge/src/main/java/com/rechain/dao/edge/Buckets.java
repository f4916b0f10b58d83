package com.rechain.dao.edge;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/** Where files lie that are served without the gateway, and where the access logs go. */
final class Buckets {
    private final Bucket web;
    private final Bucket images;
    private final Bucket logs;

    Buckets(Construct scope) {
        web = closed(scope, "Web").versioned(true).build();
        images = closed(scope, "Images").build();
        logs =
                closed(scope, "Logs")
                        // CloudFront's log delivery still writes by access control list.
                        .objectOwnership(ObjectOwnership.OBJECT_WRITER)
                        .lifecycleRules(
                                List.of(
                                        LifecycleRule.builder()
                                                .expiration(Duration.days(90))
                                                .build()))
                        .build();
    }

    Bucket web() {
        return web;
    }

    Bucket images() {
        return images;
    }

    Bucket logs() {
        return logs;
    }

    /** Nobody reads it but whom its policy names, over TLS; it outlives the stack. */
    static Bucket.Builder closed(Construct scope, String id) {
        return Bucket.Builder.create(scope, id)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .encryption(BucketEncryption.S3_MANAGED)
                .enforceSsl(true);
    }
}
