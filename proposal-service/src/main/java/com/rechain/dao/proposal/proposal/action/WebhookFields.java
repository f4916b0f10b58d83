package com.rechain.dao.proposal.proposal.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a webhook: where it goes and with which headers. Everything in it is public. */
final class WebhookFields {
    private static final int MAX_URL = 2_000;
    private static final int MAX_HEADERS = 10;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e]{1,1000}");
    private static final Set<String> OURS =
            Set.of(
                    "host",
                    "connection",
                    "content-length",
                    "content-type",
                    "expect",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade",
                    "user-agent",
                    "keep-alive");
    // A secret in a proposal would be known to everybody.
    private static final Set<String> SECRET =
            Set.of("authorization", "cookie", "proxy-authorization");

    private final Fields fields;
    private final Predicate<String> plainHost;
    private final boolean allowed;

    WebhookFields(Fields fields, Predicate<String> plainHost, boolean allowed) {
        this.fields = fields;
        this.plainHost = plainHost;
        this.allowed = allowed;
    }

    @Nullable Action read() {
        String url = fields.text("url", MAX_URL);
        Map<String, String> headers = headers(fields.find("headers"));
        if (!allowed) {
            fields.refuse("kind", "webhooks-off", "This platform sends no webhooks.");
        }
        if (url == null) {
            return null;
        }
        check(url);
        return new Action.Webhook(url, headers);
    }

    private void check(String url) {
        try {
            URI uri = new URI(url);
            String host = uri.getHost();
            if (host == null || uri.getUserInfo() != null || uri.getFragment() != null) {
                refuse("url", "It must name a host, and neither a user nor a fragment.");
            } else if (!"https".equals(uri.getScheme())
                    && !("http".equals(uri.getScheme()) && plainHost.test(host))) {
                refuse("https", "Webhooks go by https.");
            } else if (uri.getPort() == 0 || uri.getPort() > 65_535) {
                refuse("url", "There is no such port.");
            }
        } catch (URISyntaxException _) {
            refuse("url", "It must be an address.");
        }
    }

    private void refuse(String rule, String message) {
        fields.refuse("url", rule, message);
    }

    private Map<String, String> headers(@Nullable JsonNode given) {
        if (given == null) {
            return Map.of();
        }
        if (!(given instanceof ObjectNode object) || object.size() > MAX_HEADERS) {
            fields.refuse("headers", "count", "An object of at most " + MAX_HEADERS + " headers.");
            return Map.of();
        }
        Map<String, String> headers = new TreeMap<>();
        for (Map.Entry<String, JsonNode> header : object.properties()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            String value = header.getValue().textValue();
            if (!NAME.matcher(name).matches() || value == null || !VALUE.matcher(value).matches()) {
                fields.refuse("headers", "form", "A header has a name and visible ASCII text.");
            } else if (OURS.contains(name) || name.startsWith("dao-")) {
                fields.refuse("headers", "reserved", name + " is set by the platform.");
            } else if (SECRET.contains(name)) {
                fields.refuse("headers", "public", name + " would be known to everybody.");
            } else if (headers.put(name, value) != null) {
                fields.refuse("headers", "distinct", name + " stands here twice.");
            }
        }
        return headers;
    }
}
