package com.rechain.dao.edge;

import java.util.List;

/**
 * What CloudFront may show at the load balancer.
 *
 * @param first what it normally shows
 * @param second another, or the first again
 * @param distinct the same without repetition
 */
record OriginSecrets(String first, String second, List<String> distinct) {}
