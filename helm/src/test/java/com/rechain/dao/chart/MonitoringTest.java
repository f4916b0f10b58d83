package com.rechain.dao.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the Prometheus operator, Grafana and prometheus-adapter get. */
class MonitoringTest {
    private static final Path ROOT = Chart.FOLDER.resolve("../..").normalize();

    private final Manifests production = Chart.scenario("production").render();

    @Test
    void isOffUnlessAsked() {
        Manifests external = Chart.external().render();

        assertThat(external.names("ServiceMonitor")).isEmpty();
        assertThat(external.names("PrometheusRule")).isEmpty();
        assertThat(external.names("ConfigMap")).isEmpty();
    }

    @Test
    void scrapesTheManagementPortOfAllServices() {
        JsonNode spec = production.one("ServiceMonitor", "dao").path("spec");
        JsonNode selector = spec.at("/selector/matchLabels");

        assertThat(spec.at("/endpoints/0/port").asText()).isEqualTo("management");
        assertThat(spec.at("/endpoints/0/path").asText()).isEqualTo("/q/metrics");
        assertThat(
                        production
                                .all("Service")
                                .filter(service -> service.toString().contains("\"management\"")))
                .hasSize(4)
                .allMatch(service ->
                        service.at("/metadata/labels")
                                .properties()
                                .containsAll(selector.properties()));
    }

    @Test
    void loadsEveryRuleFile() throws IOException {
        List<String> names =
                files("observability/rules", ".yaml")
                        .map(file -> "dao-" + file.replace(".yaml", ""))
                        .toList();

        assertThat(production.names("PrometheusRule")).containsExactlyInAnyOrderElementsOf(names);
        assertThat(production.all("PrometheusRule"))
                .allMatch(rule -> rule.at("/spec/groups").size() > 0);
    }

    @Test
    void putsEveryDashboardIntoAConfigMap() throws IOException {
        List<String> names =
                files("observability/dashboards", ".json")
                        .map(file -> "dao-dashboard-" + file.replace(".json", ""))
                        .toList();

        assertThat(production.names("ConfigMap")).containsExactlyInAnyOrderElementsOf(names);
        assertThat(production.all("ConfigMap"))
                .allSatisfy(dashboard ->
                        assertThat(dashboard.at("/metadata/labels/grafana_dashboard").asText())
                                .isEqualTo("1"));
    }

    @Test
    void asksForNoMetricThatTheAdapterDoesNotServe() throws IOException {
        JsonNode rules = adapterRules();
        List<String> served =
                Stream.of("rules", "externalRules")
                        .flatMap(kind -> Manifests.elements(rules.path(kind)))
                        .map(rule -> rule.at("/name/as").asText())
                        .toList();

        assertThat(
                        production
                                .all("HorizontalPodAutoscaler")
                                .flatMap(scaler -> Manifests.elements(scaler.at("/spec/metrics")))
                                .filter(metric -> !metric.path("type").asText().equals("Resource"))
                                .map(metric -> metric.findValue("metric").path("name").asText())
                                .distinct())
                .hasSize(3)
                .isSubsetOf(served);
    }

    private static JsonNode adapterRules() throws IOException {
        JsonNode configMap =
                Manifests.tree(
                        Files.readString(ROOT.resolve("k8s/monitoring/adapter-config.yaml")));
        return Manifests.tree(configMap.at("/data/config.yaml").asText());
    }

    private static Stream<String> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .toList()
                    .stream();
        }
    }
}
