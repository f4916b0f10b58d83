package com.rechain.dao.proposal.proposal;

import com.rechain.dao.platform.answer.Encoding;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a request's {@code If-Match} header asks for (RFC 9110, section 13.1.1): strong comparison
 * only.
 */
public record IfMatch(@Nullable String header) {
    /** Whether the request named no version at all. */
    public boolean isMissing() {
        return header == null || header.isBlank();
    }

    /** Whether a thing with the entity tag {@code etag} is what the request expects. */
    public boolean accepts(String etag) {
        if (header == null || header.isBlank() || header.strip().equals("*")) {
            return true;
        }
        // Our tags hold no comma, so the list can be cut at each.
        // Who read it compressed was given the tag of that representation.
        return Arrays.stream(header.split(",", -1))
                .map(String::strip)
                .map(Encoding::untagged)
                .anyMatch(etag::equals);
    }
}
