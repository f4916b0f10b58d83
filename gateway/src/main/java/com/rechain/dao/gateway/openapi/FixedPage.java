package com.rechain.dao.gateway.openapi;

import com.rechain.dao.gateway.edge.Answers;
import com.rechain.dao.gateway.edge.Call;
import com.rechain.dao.gateway.edge.Page;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A page that is the same for everybody as long as the process lives. */
final class FixedPage implements Page {
    private static final CharSequence POLICY =
            HttpHeaders.createOptimized("Content-Security-Policy");

    /** All from here; the page's own styles are inline. */
    private static final String FROM_HERE =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    private final String type;
    private final byte[] content;
    private final String tag;
    private final @Nullable String policy;

    private FixedPage(String type, byte[] content, @Nullable String policy) {
        this.type = type;
        this.content = content;
        this.policy = policy;
        this.tag = '"' + sha256(content) + '"';
    }

    /** Something for programs. */
    static FixedPage data(String type, byte[] content) {
        return new FixedPage(type, content, null);
    }

    /** Something a browser shows or runs. */
    static FixedPage document(String type, byte[] content) {
        return new FixedPage(type, content, FROM_HERE);
    }

    @Override
    public void answer(Call call) {
        MultiMap headers = call.response().headers();
        headers.set(HttpHeaders.ETAG, tag);
        headers.set(HttpHeaders.CACHE_CONTROL, "no-cache");
        if (policy != null) {
            headers.set(POLICY, policy);
        }
        if (tag.equals(call.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            Answers.send(call, 304, new byte[0]);
        } else {
            headers.set(HttpHeaders.CONTENT_TYPE, type);
            Answers.send(call, 200, content);
        }
    }

    private static String sha256(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
