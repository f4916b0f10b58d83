package com.rechain.dao.edge;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudfront.IOrigin;
import software.amazon.awscdk.services.cloudfront.OriginProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.OriginSslPolicy;
import software.amazon.awscdk.services.cloudfront.origins.HttpOrigin;

/**
 * The load balancer as CloudFront sees it: a name, and the secret to show there.
 *
 * @param domain what the load balancer's certificate is for
 * @param secret sent with every request, in place of whatever the viewer sent under that name
 */
record ApiOrigin(String domain, String secret) {
    /** The header that tells our distribution from everybody else's. */
    static final String SECRET_HEADER = "X-Origin-Verify";

    /** Long enough, and without what the load balancer takes for wildcards. */
    static final String SECRET_FORM = "[A-Za-z0-9]{32,128}";

    IOrigin origin() {
        return HttpOrigin.Builder.create(domain)
                .originId("api")
                .protocolPolicy(OriginProtocolPolicy.HTTPS_ONLY)
                .originSslProtocols(List.of(OriginSslPolicy.TLS_V1_2))
                .customHeaders(Map.of(SECRET_HEADER, secret))
                // Shorter than the load balancer's, so that it never closes a connection in use.
                .keepaliveTimeout(Duration.seconds(30))
                // The gateway gives up after ten seconds; a stream has to say something more often.
                .readTimeout(Duration.seconds(30))
                .connectionTimeout(Duration.seconds(3))
                .connectionAttempts(2)
                .build();
    }
}
