package com.rechain.dao.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SuiteDescriptionTest {
    private final SuiteDescription suite = new SuiteDescription("Suite", "v1");

    @Test
    void bringsThePathsOfAllServicesTogether() throws IOException {
        suite.add("user-service", yaml("paths: {/api/v1/users: {get: {}}, /api/v1/x: {get: {}}}"));
        suite.add("voting-service", yaml("paths: {/api/v1/log: {get: {}}, /api/v1/x: {put: {}}}"));

        JsonNode paths = suite.document().path("paths");

        assertThat(paths.fieldNames())
                .toIterable()
                .containsExactly("/api/v1/users", "/api/v1/x", "/api/v1/log");
        assertThat(paths.path("/api/v1/x").fieldNames()).toIterable().containsExactly("get", "put");
    }

    @Test
    void leavesOutWhatIsInternal() throws IOException {
        suite.add("user-service", yaml("paths: {/internal/v1/spaces: {get: {}}}"));

        assertThat(suite.document().path("paths")).isEmpty();
    }

    @Test
    void namesATagOnce() throws IOException {
        suite.add("user-service", yaml("tags: [{name: users}, {name: health}]"));
        suite.add("voting-service", yaml("tags: [{name: health}]"));

        assertThat(suite.document().path("tags")).hasSize(2);
    }

    @Test
    void keepsOneComponentThatAllDescribeAlike() throws IOException {
        String problem = "components: {schemas: {Problem: {type: object}}}";
        suite.add("user-service", yaml(problem));
        suite.add("voting-service", yaml(problem));

        assertThat(suite.document().at("/components/schemas").fieldNames())
                .toIterable()
                .containsExactly("Problem");
    }

    @Test
    void renamesAComponentThatMeansSomethingElseAndFollowsItsReferences() throws IOException {
        suite.add("user-service", yaml("components: {schemas: {Page: {type: object}}}"));
        suite.add(
                "voting-service",
                yaml(
                        """
                        paths:
                          /api/v1/log: {get: {x: {$ref: '#/components/schemas/Page'}}}
                        components:
                          schemas:
                            Page: {type: array}
                            Outer: {properties: {page: {$ref: '#/components/schemas/Page'}}}
                        """));

        JsonNode document = suite.document();

        assertThat(document.at("/components/schemas/Page/type").asText()).isEqualTo("object");
        assertThat(document.at("/components/schemas/VotingPage/type").asText()).isEqualTo("array");
        assertThat(document.findValuesAsText("$ref"))
                .containsExactly(
                        "#/components/schemas/VotingPage", "#/components/schemas/VotingPage");
    }

    private static JsonNode yaml(String text) throws IOException {
        return new YAMLMapper().readTree(text);
    }
}
