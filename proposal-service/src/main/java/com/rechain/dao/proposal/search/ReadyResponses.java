package com.rechain.dao.proposal.search;

import com.rechain.dao.platform.http.Caching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Sends ready answers, or says that the reader's copy is still good (RFC 9110, section 13.1.2). */
final class ReadyResponses {
    private ReadyResponses() {}

    /** {@code answer} for everyone: shared caches may keep it for a moment. */
    static Response shared(ReadyAnswer answer, @Nullable String ifNoneMatch) {
        return of(answer, ifNoneMatch, Caching.FOR_EVERYONE);
    }

    /** {@code answer} for this reader alone. */
    static Response personal(ReadyAnswer answer, @Nullable String ifNoneMatch) {
        return of(answer, ifNoneMatch, Caching.FOR_THE_CALLER);
    }

    private static Response of(
            ReadyAnswer answer, @Nullable String ifNoneMatch, String cacheControl) {
        Response.ResponseBuilder response =
                matches(ifNoneMatch, answer.etag())
                        ? Response.notModified()
                        : Response.ok(answer.json(), MediaType.APPLICATION_JSON_TYPE);
        return response.header(HttpHeaders.ETAG, answer.etag())
                .header(HttpHeaders.CACHE_CONTROL, cacheControl)
                .build();
    }

    private static boolean matches(@Nullable String ifNoneMatch, String etag) {
        if (ifNoneMatch == null) {
            return false;
        }
        return ifNoneMatch.strip().equals("*")
                || Arrays.stream(ifNoneMatch.split(",", -1))
                        .map(String::strip)
                        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                        .anyMatch(etag::equals);
    }
}
