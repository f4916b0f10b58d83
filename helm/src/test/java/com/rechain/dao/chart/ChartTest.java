package com.rechain.dao.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.LintResult;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChartTest {
    @Test
    void passesTheStrictLint() {
        LintResult result = Chart.lint();

        assertThat(result.isFailed()).as(String.join("\n", result.getMessages())).isFalse();
    }

    @ParameterizedTest
    @MethodSource("com.rechain.dao.chart.Chart#scenarios")
    void rendersEveryScenario(String scenario) {
        Manifests rendered = Chart.scenario(scenario).render();

        assertThat(rendered.names("Deployment"))
                .contains(
                        "dao-gateway",
                        "dao-proposal-service",
                        "dao-user-service",
                        "dao-voting-service");
    }

    @ParameterizedTest
    @MethodSource("com.rechain.dao.chart.Chart#scenarios")
    void labelsEverythingAndSelectsByNoVersion(String scenario) {
        Manifests rendered = Chart.scenario(scenario).render();

        assertThat(rendered.objects())
                .allSatisfy(object ->
                        assertThat(object.at("/metadata/labels").properties())
                                .extracting(Map.Entry::getKey)
                                .contains(
                                        "app.kubernetes.io/instance",
                                        "app.kubernetes.io/version",
                                        "app.kubernetes.io/part-of",
                                        "app.kubernetes.io/managed-by",
                                        "helm.sh/chart"));
        assertThat(rendered.objects().stream().map(ChartTest::selector))
                .noneMatch(
                        selector -> selector.contains("version") || selector.contains("helm.sh"));
    }

    @ParameterizedTest
    @MethodSource("com.rechain.dao.chart.Chart#scenarios")
    void takesNoImageThatMayChange(String scenario) {
        assertThat(Chart.scenario(scenario).render().pods().flatMap(Manifests::containers))
                .isNotEmpty()
                .extracting(container -> container.path("image").asText())
                .allMatch(image -> image.matches("[^:]+:[^:]+") && !image.endsWith(":latest"));
    }

    @ParameterizedTest
    @MethodSource("com.rechain.dao.chart.Chart#scenarios")
    void givesEveryContainerRequestsAndAMemoryLimitThatEqualsThem(String scenario) {
        assertThat(Chart.scenario(scenario).render().pods().flatMap(Manifests::containers))
                .allSatisfy(container -> {
                    JsonNode resources = container.path("resources");
                    assertThat(resources.at("/requests/cpu").asText()).isNotEmpty();
                    assertThat(resources.at("/requests/memory").asText())
                            .isNotEmpty()
                            .isEqualTo(resources.at("/limits/memory").asText());
                });
    }

    private static String selector(JsonNode object) {
        return object.at("/spec/selector").toString() + object.at("/spec/podSelector");
    }
}
