package com.rechain.dao.observability;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One rule of {@code rules/}: it either records something or raises an alert. */
record Rule(String file, JsonNode node) {

    static List<Rule> all() {
        return Folder.files("rules").stream()
                .flatMap(file ->
                        stream(Folder.read(file).path("groups"))
                                .flatMap(group -> stream(group.path("rules")))
                                .map(node -> new Rule(file.getFileName().toString(), node)))
                .toList();
    }

    static List<Rule> alerts() {
        return all().stream().filter(rule -> rule.node.has("alert")).toList();
    }

    static List<Rule> recordings() {
        return all().stream().filter(rule -> rule.node.has("record")).toList();
    }

    String name() {
        return node.path(node.has("alert") ? "alert" : "record").asText();
    }

    String expression() {
        return node.path("expr").asText();
    }

    String severity() {
        return node.path("labels").path("severity").asText();
    }

    String annotation(String name) {
        return node.path("annotations").path(name).asText();
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
