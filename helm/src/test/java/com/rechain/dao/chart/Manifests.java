package com.rechain.dao.chart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The objects that the chart has rendered. */
record Manifests(List<JsonNode> objects) {
    private static final ObjectMapper YAML = new YAMLMapper();
    private static final Pattern BETWEEN = Pattern.compile("(?m)^---\\s*$");

    static Manifests parse(String yaml) {
        return new Manifests(documents(yaml).map(Manifests::tree).toList());
    }

    /** The texts of the objects, without those that hold nothing. */
    static Stream<String> documents(String yaml) {
        return BETWEEN.splitAsStream(yaml).filter(document -> tree(document).isObject());
    }

    static JsonNode tree(String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not YAML: " + yaml, e);
        }
    }

    Stream<JsonNode> all(String kind) {
        return objects.stream().filter(object -> object.path("kind").asText().equals(kind));
    }

    List<String> names(String kind) {
        return all(kind).map(Manifests::name).sorted().toList();
    }

    JsonNode one(String kind, String name) {
        return all(kind)
                .filter(object -> name(object).equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError("no %s %s, only %s".formatted(kind, name, names(kind))));
    }

    /** The templates of all pods, those of Jobs and of test pods included. */
    Stream<JsonNode> pods() {
        return objects.stream()
                .flatMap(object ->
                        switch (object.path("kind").asText()) {
                            case "Deployment", "StatefulSet", "Job" ->
                                    Stream.of(object.at("/spec/template/spec"));
                            case "Pod" -> Stream.of(object.path("spec"));
                            default -> Stream.empty();
                        });
    }

    /** The container of a service. */
    JsonNode container(String service) {
        return one("Deployment", "dao-" + service).at("/spec/template/spec/containers/0");
    }

    /** A plain variable of a service; empty if there is none. */
    String variable(String service, String name) {
        return entry(container(service), name).path("value").asText();
    }

    /** Secret and key that a variable of a container comes from, as {@code secret/key}. */
    static String secret(JsonNode container, String name) {
        JsonNode key = entry(container, name).at("/valueFrom/secretKeyRef");
        return key.path("name").asText() + "/" + key.path("key").asText();
    }

    static JsonNode entry(JsonNode container, String name) {
        return elements(container.path("env"))
                .filter(variable -> variable.path("name").asText().equals(name))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    static Stream<JsonNode> containers(JsonNode pod) {
        return Stream.concat(
                elements(pod.path("initContainers")), elements(pod.path("containers")));
    }

    static Stream<JsonNode> elements(JsonNode list) {
        return list.valueStream();
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }
}
