package com.rechain.dao.edge;

import java.util.List;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudfront.HeadersFrameOption;
import software.amazon.awscdk.services.cloudfront.HeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseCustomHeader;
import software.amazon.awscdk.services.cloudfront.ResponseCustomHeadersBehavior;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentSecurityPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentTypeOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersFrameOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersStrictTransportSecurity;
import software.amazon.awscdk.services.cloudfront.ResponseSecurityHeadersBehavior;
import software.constructs.Construct;

/**
 * What the edge adds to answers. To those of the API only what they lack: the gateway's word goes
 * first. {@code Cache-Control} is set nowhere here; it comes with the answer or with the file, so
 * that an error never gets the lifetime of the file that is missing.
 */
final class HeaderPolicies {
    private static final String WEB_CONTENT =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'none'";
    private static final String NOTHING_RUNS = "default-src 'none'; sandbox";

    private final ResponseHeadersPolicy api;
    private final ResponseHeadersPolicy web;
    private final ResponseHeadersPolicy images;

    HeaderPolicies(Construct scope) {
        api = policy(scope, "Api", ResponseSecurityHeadersBehavior.builder(), false).build();
        web = policy(scope, "Web", forContent(WEB_CONTENT), true).build();
        images =
                policy(scope, "Images", forContent(NOTHING_RUNS), true)
                        .customHeadersBehavior(
                                ResponseCustomHeadersBehavior.builder()
                                        .customHeaders(List.of(header("Vary", "Accept")))
                                        .build())
                        .build();
    }

    ResponseHeadersPolicy api() {
        return api;
    }

    ResponseHeadersPolicy web() {
        return web;
    }

    ResponseHeadersPolicy images() {
        return images;
    }

    private static ResponseHeadersPolicy.Builder policy(
            Construct scope,
            String id,
            ResponseSecurityHeadersBehavior.Builder security,
            boolean override) {
        return ResponseHeadersPolicy.Builder.create(scope, id + "Headers")
                .responseHeadersPolicyName(Aws.STACK_NAME + "-" + id)
                .securityHeadersBehavior(
                        security.strictTransportSecurity(
                                        ResponseHeadersStrictTransportSecurity.builder()
                                                .accessControlMaxAge(Duration.days(730))
                                                .includeSubdomains(true)
                                                .override(override)
                                                .build())
                                .contentTypeOptions(
                                        ResponseHeadersContentTypeOptions.builder()
                                                .override(override)
                                                .build())
                                .build());
    }

    private static ResponseSecurityHeadersBehavior.Builder forContent(String contentPolicy) {
        return ResponseSecurityHeadersBehavior.builder()
                .contentSecurityPolicy(
                        ResponseHeadersContentSecurityPolicy.builder()
                                .contentSecurityPolicy(contentPolicy)
                                .override(true)
                                .build())
                .frameOptions(
                        ResponseHeadersFrameOptions.builder()
                                .frameOption(HeadersFrameOption.DENY)
                                .override(true)
                                .build())
                .referrerPolicy(
                        ResponseHeadersReferrerPolicy.builder()
                                .referrerPolicy(HeadersReferrerPolicy.NO_REFERRER)
                                .override(true)
                                .build());
    }

    private static ResponseCustomHeader header(String name, String value) {
        return ResponseCustomHeader.builder().header(name).value(value).override(true).build();
    }
}
