package com.rechain.dao.devstack.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.devstack.client.ApiClient;
import com.rechain.dao.devstack.client.Reply;
import com.rechain.dao.devstack.process.LaunchException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The operations endpoint of the caches of one instance. */
final class CacheDoor {
    private static final String SECRET_HEADER = "Dao-Internal-Secret";
    private static final String PATH = "/q/caches";

    private final String name;
    private final ApiClient client;
    private @Nullable JsonNode listing;

    CacheDoor(String name, URI management, String secret) {
        this.name = name;
        client = ApiClient.of(management).with(SECRET_HEADER, secret);
    }

    String name() {
        return name;
    }

    String service() {
        return listing().path("service").asText();
    }

    Iterable<JsonNode> caches() {
        return listing().path("caches");
    }

    boolean holds(String cache) {
        for (JsonNode held : caches()) {
            if (held.path("name").asText().equals(cache)) {
                return true;
            }
        }
        return false;
    }

    Reply purge(String cache, @Nullable String tag, @Nullable String key) {
        String what = "";
        if (tag != null) {
            what = "?tag=" + encoded(tag);
        } else if (key != null) {
            what = "?key=" + encoded(key);
        }
        return client.post(PATH + "/" + encoded(cache) + "/purge" + what, "");
    }

    Reply warm(String cache) {
        return client.post(PATH + "/" + encoded(cache) + "/warm", "");
    }

    private JsonNode listing() {
        JsonNode known = listing;
        if (known == null) {
            known = read();
            listing = known;
        }
        return known;
    }

    private JsonNode read() {
        try {
            Reply reply = client.get(PATH);
            return switch (reply.status()) {
                case 200 -> reply.json();
                case 401 -> throw new LaunchException(name + " does not know this secret.");
                default ->
                        throw new LaunchException(
                                "%s shows no caches: it answered %d."
                                        .formatted(name, reply.status()));
            };
        } catch (UncheckedIOException e) {
            throw new LaunchException(name + " does not answer.", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
