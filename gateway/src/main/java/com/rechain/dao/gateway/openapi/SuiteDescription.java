package com.rechain.dao.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Joins the OpenAPI descriptions of the services to one of the suite, as it looks from outside:
 * without internal paths, and with a component that two services describe differently under two
 * names.
 */
public final class SuiteDescription {
    private static final String INTERNAL = "/internal/";
    private static final String REFERENCE = "$ref";

    private final JsonNodeFactory json = JsonNodeFactory.instance;
    private final ObjectNode suite = json.objectNode();
    private final Set<String> tags = new LinkedHashSet<>();

    public SuiteDescription(String title, String version) {
        suite.put("openapi", "3.1.0");
        suite.putObject("info").put("title", title).put("version", version);
        suite.putArray("servers").addObject().put("url", "/");
        suite.putArray("tags");
        suite.putObject("paths");
        suite.putObject("components");
    }

    /** Adds what {@code service} describes. */
    public void add(String service, JsonNode description) {
        JsonNode renamed = description.deepCopy();
        describedAlready(service, renamed).forEach((old, now) -> rename(renamed, old, now));
        addPaths(renamed.path("paths"));
        addComponents(renamed.path("components"));
        addTags(renamed.path("tags"));
    }

    /** All that was added, as one OpenAPI document. */
    public ObjectNode document() {
        return suite.deepCopy();
    }

    private void addPaths(JsonNode paths) {
        ObjectNode all = suite.withObjectProperty("paths");
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            if (path.getKey().startsWith(INTERNAL)) {
                continue;
            }
            // Two services may answer different methods of one path.
            ObjectNode item = all.withObjectProperty(path.getKey());
            path.getValue().properties().forEach(each -> item.set(each.getKey(), each.getValue()));
        }
    }

    private void addComponents(JsonNode components) {
        ObjectNode all = suite.withObjectProperty("components");
        for (Map.Entry<String, JsonNode> kind : components.properties()) {
            ObjectNode ofKind = all.withObjectProperty(kind.getKey());
            kind.getValue().properties().forEach(c -> ofKind.set(c.getKey(), c.getValue()));
        }
    }

    private void addTags(JsonNode more) {
        ArrayNode all = suite.withArrayProperty("tags");
        for (JsonNode tag : more) {
            if (tags.add(tag.path("name").asText())) {
                all.add(tag);
            }
        }
    }

    /** References to components that are here with another meaning, and the names they get. */
    private Map<String, String> describedAlready(String service, JsonNode description) {
        Map<String, String> renamings = new LinkedHashMap<>();
        ObjectNode components = (ObjectNode) suite.path("components");
        for (Map.Entry<String, JsonNode> kind : description.path("components").properties()) {
            for (Map.Entry<String, JsonNode> one : kind.getValue().properties()) {
                JsonNode present = components.path(kind.getKey()).path(one.getKey());
                if (!present.isMissingNode() && !present.equals(one.getValue())) {
                    String place = "#/components/" + kind.getKey() + "/";
                    renamings.put(place + one.getKey(), place + prefix(service) + one.getKey());
                }
            }
        }
        return renamings;
    }

    private static String prefix(String service) {
        String word = service.substring(0, service.indexOf('-'));
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private void rename(JsonNode description, String old, String now) {
        String[] from = old.split("/");
        ObjectNode ofKind = (ObjectNode) description.path("components").path(from[2]);
        JsonNode component = ofKind.remove(from[3]);
        ofKind.set(now.split("/")[3], component);
        redirect(description, old, now);
    }

    private void redirect(JsonNode node, String old, String now) {
        if (node instanceof ObjectNode object && old.equals(object.path(REFERENCE).asText())) {
            object.set(REFERENCE, TextNode.valueOf(now));
        }
        node.forEach(child -> redirect(child, old, now));
    }
}
