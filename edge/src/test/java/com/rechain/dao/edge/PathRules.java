package com.rechain.dao.edge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/**
 * Finds the behavior of a path as CloudFront does: the first pattern that fits, else the default.
 */
record PathRules(Template template) {
    private static final String CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

    static PathRules ofTheEdge() {
        return new PathRules(Template.edge());
    }

    JsonNode behavior(String path) {
        JsonNode config = template.only("AWS::CloudFront::Distribution").get("DistributionConfig");
        for (JsonNode behavior : config.get("CacheBehaviors")) {
            if (fits(behavior.get("PathPattern").asText(), path)) {
                return behavior;
            }
        }
        return config.get("DefaultCacheBehavior");
    }

    boolean cachesNothing(String path) {
        return behavior(path).get("CachePolicyId").asText().equals(CACHING_DISABLED);
    }

    /** The cache policy of a path that may be cached. */
    JsonNode cachePolicy(String path) {
        return template.at(behavior(path).get("CachePolicyId")).get("CachePolicyConfig");
    }

    JsonNode headersPolicy(String path) {
        return template.at(behavior(path).get("ResponseHeadersPolicyId"))
                .get("ResponseHeadersPolicyConfig");
    }

    private static boolean fits(String pattern, String path) {
        String[] literals = pattern.split("\\*", -1);
        StringBuilder regex = new StringBuilder(Pattern.quote(literals[0]));
        for (int i = 1; i < literals.length; i++) {
            regex.append(".*").append(Pattern.quote(literals[i]));
        }
        return path.matches(regex.toString());
    }
}
