package com.rechain.dao.gateway.edge;

import com.rechain.dao.gateway.GatewayProblem;
import com.rechain.dao.gateway.route.PathRules;
import com.rechain.dao.gateway.route.PublicRoutes;
import com.rechain.dao.gateway.route.Route;
import com.rechain.dao.platform.problem.Problem;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every request must fulfil before anybody asks where it goes. Whatever two parsers might
 * frame in two ways also ends the connection, so that no leftover can be taken for a request.
 */
public final class EdgeRules {
    private static final CharSequence ALLOW = HttpHeaders.createOptimized("Allow");

    private final LimitsConfig limits;

    public EdgeRules(LimitsConfig limits) {
        this.limits = limits;
    }

    /** Why this request is refused, or null. */
    public @Nullable Problem refusal(Call call) {
        HttpServerRequest request = call.request();
        Problem framing = call.isMultiplexed() ? authority(call) : framing(request);
        if (framing != null) {
            call.endConnection();
            return framing;
        }
        if (!PublicRoutes.METHODS.contains(request.method())) {
            return notAllowed(call, PublicRoutes.METHODS);
        }
        if (count(request.headers()) > limits.headerCount()) {
            return GatewayProblem.HEADERS_TOO_LARGE.with(
                    "More than " + limits.headerCount() + " header fields.");
        }
        String reason = PathRules.reasonToRefuse(request.uri());
        return reason == null ? null : GatewayProblem.AMBIGUOUS_PATH.with(reason);
    }

    /** Why this request is refused on {@code route}, or null. */
    public @Nullable Problem refusal(Call call, Route route) {
        HttpServerRequest request = call.request();
        if (!route.methods().contains(request.method())) {
            return notAllowed(call, route.methods());
        }
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && exceeds(length, limits.bodyBytes(route.traffic()))) {
            return tooLarge(route);
        }
        String expectation = request.getHeader(HttpHeaders.EXPECT);
        if (expectation != null && !expectation.equalsIgnoreCase("100-continue")) {
            return GatewayProblem.EXPECTATION_FAILED.with("Only 100-continue can be expected.");
        }
        return null;
    }

    /** The problem of a body that is larger than {@code route} takes. */
    public Problem tooLarge(Route route) {
        return GatewayProblem.PAYLOAD_TOO_LARGE.with(
                "The body may have at most %d bytes.".formatted(limits.bodyBytes(route.traffic())));
    }

    /** The largest body that {@code route} takes, in bytes. */
    public long largestBody(Route route) {
        return limits.bodyBytes(route.traffic());
    }

    private static Problem notAllowed(Call call, Set<HttpMethod> allowed) {
        List<String> names = allowed.stream().map(HttpMethod::name).sorted().toList();
        call.response().putHeader(ALLOW, String.join(", ", names));
        return GatewayProblem.METHOD_NOT_ALLOWED.with("The Allow header says what is taken here.");
    }

    /**
     * Framing is the protocol's in HTTP/2, and fields that would say it again are refused by it.
     */
    private static @Nullable Problem authority(Call call) {
        String host = call.host();
        return host == null || !isHost(host) ? malformed("Host must name one host.") : null;
    }

    private static @Nullable Problem framing(HttpServerRequest request) {
        HttpVersion version = request.version();
        if (version == null) {
            return GatewayProblem.HTTP_VERSION_NOT_SUPPORTED.with("Version 1.1 is spoken here.");
        }
        MultiMap headers = request.headers();
        List<String> encodings = headers.getAll(HttpHeaders.TRANSFER_ENCODING);
        if (!encodings.isEmpty() && !isPlainChunked(encodings)) {
            return malformed("Transfer-Encoding may only be chunked.");
        }
        if (!encodings.isEmpty() && headers.contains(HttpHeaders.CONTENT_LENGTH)) {
            return malformed("Transfer-Encoding and Content-Length contradict each other.");
        }
        if (headers.getAll(HttpHeaders.CONTENT_LENGTH).size() > 1) {
            return malformed("There is more than one Content-Length.");
        }
        if (headers.contains("")) {
            return malformed("A header field has no name.");
        }
        return hostRefusal(headers.getAll(HttpHeaders.HOST), version);
    }

    private static @Nullable Problem hostRefusal(List<String> hosts, HttpVersion version) {
        if (hosts.isEmpty()) {
            return version == HttpVersion.HTTP_1_1 ? malformed("There is no Host.") : null;
        }
        if (hosts.size() > 1 || !isHost(hosts.getFirst())) {
            return malformed("Host must name one host.");
        }
        return null;
    }

    private static boolean isPlainChunked(List<String> encodings) {
        return encodings.size() == 1 && encodings.getFirst().equalsIgnoreCase("chunked");
    }

    private static boolean isHost(String host) {
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            boolean letterOrDigit =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!letterOrDigit && ".-_:[]".indexOf(c) < 0) {
                return false;
            }
        }
        return !host.isEmpty() && host.length() <= 255;
    }

    private static int count(MultiMap headers) {
        int count = 0;
        for (var _ : headers) {
            count++;
        }
        return count;
    }

    private static boolean exceeds(String length, long limit) {
        // The decoder has seen to it that these are digits; more than 18 of them are too many
        // anyway.
        return length.length() > 18 || Long.parseLong(length) > limit;
    }

    private static Problem malformed(String detail) {
        return GatewayProblem.MALFORMED_REQUEST.with(detail);
    }
}
