package com.rechain.dao.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class DashboardsTest {
    private static final String DATASOURCE = "${datasource}";

    private final List<Dashboard> dashboards = Dashboard.all();

    @Test
    void theyAreAllThere() {
        assertThat(dashboards)
                .extracting(Dashboard::name)
                .containsExactly(
                        "cache", "database", "kafka", "overview", "service", "slo", "votes");
    }

    @Test
    void aLinkToOneStaysGood() {
        assertThat(dashboards)
                .allSatisfy(dashboard -> {
                    assertThat(dashboard.node().path("uid").asText())
                            .isEqualTo("dao-" + dashboard.name());
                    assertThat(dashboard.node().has("id")).isFalse();
                    assertThat(dashboard.node().path("title").asText()).startsWith("REChain DAO");
                });
    }

    @Test
    void theyRunWithAnyPrometheus() {
        assertThat(dashboards)
                .allSatisfy(dashboard -> {
                    JsonNode variables = dashboard.node().path("templating").path("list");
                    assertThat(StreamSupport.stream(variables.spliterator(), false))
                            .anyMatch(variable ->
                                    variable.path("name").asText().equals("datasource")
                                            && variable.path("query")
                                                    .asText()
                                                    .equals("prometheus"));
                    assertThat(dashboard.panels())
                            .allSatisfy(panel ->
                                    assertThat(panel.path("datasource").path("uid").asText())
                                            .isEqualTo(DATASOURCE));
                });
    }

    @Test
    void everyPanelSaysWhatItShowsAndInWhichUnit() {
        assertThat(dashboards)
                .flatExtracting(Dashboard::panels)
                .allSatisfy(panel -> {
                    assertThat(panel.path("title").asText()).isNotBlank();
                    assertThat(panel.path("description").asText()).endsWith(".");
                    assertThat(unit(panel)).isNotBlank();
                    assertThat(panel.path("targets")).isNotEmpty();
                });
    }

    @Test
    void noTwoPanelsLieOnEachOther() {
        assertThat(dashboards)
                .allSatisfy(dashboard ->
                        assertThat(dashboard.node().path("panels"))
                                .extracting(panel ->
                                        panel.path("gridPos").path("x")
                                                + "/"
                                                + panel.path("gridPos").path("y"))
                                .doesNotHaveDuplicates());
    }

    @Test
    void theOverviewShowsTheSixteenMetricsOfTheBrief() {
        Dashboard overview =
                dashboards.stream()
                        .filter(d -> d.name().equals("overview"))
                        .findFirst()
                        .orElseThrow();

        assertThat(overview.panels())
                .extracting(panel -> panel.path("title").asText())
                .contains(
                        "API response time",
                        "Database query time",
                        "Cache hit time",
                        "External API time",
                        "Requests per second",
                        "Concurrent users",
                        "Database connections",
                        "Cache operations",
                        "CPU usage",
                        "Memory usage",
                        "Disk I/O",
                        "Network I/O",
                        "Error rate",
                        "Timeout rate",
                        "Failed requests",
                        "Database errors");
    }

    private static String unit(JsonNode panel) {
        return panel.path("fieldConfig").path("defaults").path("unit").asText();
    }
}
