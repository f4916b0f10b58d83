package com.rechain.dao.platform.answer;

import com.rechain.dao.platform.http.Caching;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Sends ready answers in the smallest encoding that the caller takes, or says that the caller's
 * copy is still good (RFC 9110, 13.1.2).
 */
@ApplicationScoped
public class ReadyResponses {
    /** Names what an answer depends on, for the edge, which forgets it when one of them changes. */
    public static final String CACHE_TAG = "Cache-Tag";

    private final CurrentVertxRequest current;

    ReadyResponses(CurrentVertxRequest current) {
        this.current = current;
    }

    /**
     * {@code answer} for everyone: shared caches may keep it for a moment, until one of {@code
     * tags} is purged.
     */
    public Response.ResponseBuilder shared(
            ReadyAnswer answer, @Nullable String ifNoneMatch, Collection<String> tags) {
        Encoding encoding =
                answer.encodingFor(
                        current.getCurrent().request().getHeader(HttpHeaders.ACCEPT_ENCODING));
        return answered(answer, encoding, ifNoneMatch)
                .header(HttpHeaders.CACHE_CONTROL, Caching.FOR_EVERYONE)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .header(CACHE_TAG, String.join(",", tags));
    }

    /**
     * {@code answer} for this reader alone: as it is, for it may hold what others must not guess.
     */
    public Response.ResponseBuilder personal(ReadyAnswer answer, @Nullable String ifNoneMatch) {
        return answered(answer, Encoding.IDENTITY, ifNoneMatch)
                .header(HttpHeaders.CACHE_CONTROL, Caching.FOR_THE_CALLER);
    }

    /** {@code answer} for this reader now; nobody keeps it. */
    public Response.ResponseBuilder unkept(ReadyAnswer answer, @Nullable String ifNoneMatch) {
        return answered(answer, Encoding.IDENTITY, ifNoneMatch)
                .header(HttpHeaders.CACHE_CONTROL, Caching.FOR_NOBODY);
    }

    private static Response.ResponseBuilder answered(
            ReadyAnswer answer, Encoding encoding, @Nullable String ifNoneMatch) {
        String etag = encoding.tag(answer.etag());
        if (matches(ifNoneMatch, etag)) {
            return Response.notModified().header(HttpHeaders.ETAG, etag);
        }
        Response.ResponseBuilder whole =
                Response.ok(answer.bytes(encoding), MediaType.APPLICATION_JSON_TYPE)
                        .header(HttpHeaders.ETAG, etag);
        return encoding == Encoding.IDENTITY
                ? whole
                : whole.header(HttpHeaders.CONTENT_ENCODING, encoding.token());
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
