package com.rechain.dao.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A committed template, as the tests read it. */
record Template(String name, String text, JsonNode root) {
    static final Path FOLDER = Path.of("template");

    static Template edge() {
        return read("edge.template.json");
    }

    static Template origin() {
        return read("origin.template.json");
    }

    static Stream<Template> all() {
        return Stream.of(edge(), origin());
    }

    /** The properties of all resources of {@code type}. */
    List<JsonNode> properties(String type) {
        return root.get("Resources").properties().stream()
                .map(resource -> resource.getValue())
                .filter(resource -> resource.get("Type").asText().equals(type))
                .map(resource -> resource.get("Properties"))
                .toList();
    }

    /** The properties of the only resource of {@code type}. */
    JsonNode only(String type) {
        List<JsonNode> found = properties(type);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " resources are a " + type);
        }
        return found.getFirst();
    }

    /** The properties of the resource that {@code reference} points to by Ref or Fn::GetAtt. */
    JsonNode at(JsonNode reference) {
        String id =
                reference.has("Ref")
                        ? reference.get("Ref").asText()
                        : reference.at("/Fn::GetAtt/0").asText();
        return root.at("/Resources/" + id + "/Properties");
    }

    @Override
    public String toString() {
        return name;
    }

    private static Template read(String name) {
        try {
            String text = Files.readString(FOLDER.resolve(name));
            return new Template(name, text, new ObjectMapper().readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
