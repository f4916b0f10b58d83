package com.rechain.dao.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Pod Security level "restricted", and what we ask beyond it. */
class RestrictedTest {
    @ParameterizedTest
    @MethodSource("com.rechain.dao.chart.Chart#scenarios")
    void everyPodIsRestricted(String scenario) {
        assertThat(Chart.scenario(scenario).render().pods())
                .isNotEmpty()
                .allSatisfy(pod -> {
                    assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
                    assertThat(pod.at("/securityContext/runAsUser").asInt()).isPositive();
                    assertThat(pod.at("/securityContext/seccompProfile/type").asText())
                            .isEqualTo("RuntimeDefault");
                    assertThat(pod.has("hostNetwork") || pod.has("hostPID") || pod.has("hostIPC"))
                            .isFalse();
                    assertThat(Manifests.elements(pod.path("volumes")))
                            .noneMatch(volume -> volume.has("hostPath"));
                });
    }

    @ParameterizedTest
    @MethodSource("com.rechain.dao.chart.Chart#scenarios")
    void everyContainerIsRestricted(String scenario) {
        assertThat(Chart.scenario(scenario).render().pods().flatMap(Manifests::containers))
                .isNotEmpty()
                .allSatisfy(container -> {
                    JsonNode security = container.path("securityContext");
                    assertThat(security.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
                    assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
                    assertThat(security.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
                    assertThat(security.path("capabilities").has("add")).isFalse();
                    assertThat(security.has("privileged")).isFalse();
                });
    }

    @ParameterizedTest
    @MethodSource("com.rechain.dao.chart.Chart#scenarios")
    void noPodHoldsATokenOrTheNamesOfOtherServices(String scenario) {
        Manifests rendered = Chart.scenario(scenario).render();

        assertThat(rendered.pods())
                .allSatisfy(pod -> {
                    assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
                    assertThat(pod.path("enableServiceLinks").asBoolean(true)).isFalse();
                });
        assertThat(rendered.all("ServiceAccount"))
                .allMatch(account -> !account.path("automountServiceAccountToken").asBoolean(true));
    }
}
