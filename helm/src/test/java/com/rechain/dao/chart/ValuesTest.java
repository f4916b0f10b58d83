package com.rechain.dao.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values, their documentation and their schema say the same. */
class ValuesTest {
    @ParameterizedTest
    @ValueSource(strings = {".", "charts/dao-service"})
    void everyKeyOfTheSchemaHasADefault(String chart) throws IOException {
        JsonNode values = Manifests.tree(read(chart, "values.yaml"));
        JsonNode schema = Manifests.tree(read(chart, "values.schema.json"));

        assertThat(keys(schema.path("properties")))
                .filteredOn(key -> !key.equals("global") || chart.equals("."))
                .containsExactlyInAnyOrderElementsOf(keys(values));
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "charts/dao-service"})
    void everyObjectOfTheSchemaIsClosedAndDescribed(String chart) throws IOException {
        JsonNode schema = Manifests.tree(read(chart, "values.schema.json"));

        assertThat(withProperties(schema))
                .hasSizeGreaterThan(10)
                .allSatisfy(object -> {
                    assertThat(object.path("additionalProperties").asBoolean(true)).isFalse();
                    assertThat(object.path("properties"))
                            .allMatch(value -> value.has("description") || value.has("$ref"));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "charts/dao-service"})
    void everyPlainValueIsDocumented(String chart) throws IOException {
        List<String> lines = read(chart, "values.yaml").lines().toList();

        assertThat(undocumented(lines)).isEmpty();
    }

    /** Values with no {@code # --} above them or above something that they are part of. */
    private static List<String> undocumented(List<String> lines) {
        List<String> missing = new ArrayList<>();
        boolean comment = false;
        int scope = Integer.MAX_VALUE;
        for (String line : lines) {
            int depth = line.length() - line.stripLeading().length();
            if (line.strip().startsWith("#")) {
                comment |= line.strip().startsWith("# --");
            } else if (depth <= scope && !line.isBlank()) {
                scope = comment ? depth : Integer.MAX_VALUE;
                if (!comment && !line.endsWith(":")) {
                    missing.add(line);
                }
                comment = false;
            }
        }
        return missing;
    }

    private static Stream<JsonNode> withProperties(JsonNode node) {
        Stream<JsonNode> below = node.valueStream().flatMap(ValuesTest::withProperties);
        return node.path("properties").isObject() ? Stream.concat(Stream.of(node), below) : below;
    }

    private static List<String> keys(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static String read(String chart, String file) throws IOException {
        return Files.readString(Path.of(Chart.FOLDER.toString(), chart, file));
    }
}
