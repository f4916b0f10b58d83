package com.rechain.dao.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationTest {
    private final Manifests external = Chart.external().render();

    @Test
    void runsForEveryServiceWithASchema() {
        assertThat(external.names("Job"))
                .containsExactly(
                        "dao-proposal-service-migrate",
                        "dao-user-service-migrate",
                        "dao-voting-service-migrate");
    }

    @Test
    void runsBeforeAnythingElseAndLeavesItsLogWhenItFails() {
        JsonNode annotations = job().at("/metadata/annotations");

        assertThat(annotations.path("helm.sh/hook").asText()).isEqualTo("pre-install,pre-upgrade");
        assertThat(annotations.path("helm.sh/hook-delete-policy").asText())
                .isEqualTo("before-hook-creation,hook-succeeded");
        assertThat(job().at("/spec/backoffLimit").asInt()).isEqualTo(3);
        assertThat(job().at("/spec/template/spec/restartPolicy").asText()).isEqualTo("Never");
    }

    @Test
    void isTheServiceWithTheOwnersAccountAndASmallHeap() {
        JsonNode container = job().at("/spec/template/spec/containers/0");

        assertThat(container.path("image"))
                .isEqualTo(external.container("voting-service").path("image"));
        assertThat(value(container, "QUARKUS_INIT_AND_EXIT")).isEqualTo("true");
        assertThat(value(container, "DAO_DB_MIGRATE_AT_START")).isEqualTo("true");
        assertThat(value(container, "JAVA_OPTS_APPEND")).isEqualTo("-Xmx128m");
        assertThat(Manifests.secret(container, "DAO_DB_OWNER_PASSWORD"))
                .isEqualTo("dao-voting-owner/password");
    }

    @Test
    void needsNothingThatComesAfterIt() {
        assertThat(job().at("/spec/template/spec").has("serviceAccountName")).isFalse();
    }

    @Test
    void isSelectedByNoServiceButByTheNetworkPolicy() {
        JsonNode labels = job().at("/spec/template/metadata/labels");
        JsonNode service = external.one("Service", "dao-voting-service").at("/spec/selector");
        JsonNode policy =
                external.one("NetworkPolicy", "dao-voting-service")
                        .at("/spec/podSelector/matchLabels");

        assertThat(labels.properties().containsAll(service.properties())).isFalse();
        assertThat(labels.properties()).containsAll(policy.properties());
    }

    @Test
    void happensInTheServiceItselfWhereTheDatabaseIsPartOfTheRelease() {
        Manifests trial = Chart.trial().render();
        JsonNode service = trial.container("voting-service");

        assertThat(trial.names("Job")).isEmpty();
        assertThat(trial.pods()).noneMatch(pod -> pod.has("initContainers"));
        assertThat(value(service, "DAO_DB_MIGRATE_AT_START")).isEqualTo("true");
        assertThat(Manifests.secret(service, "DAO_DB_OWNER_PASSWORD"))
                .isEqualTo("dao-trial/voting-owner");
        assertThat(variables(trial.container("gateway")))
                .doesNotContain("DAO_DB_MIGRATE_AT_START", "DAO_DB_OWNER_PASSWORD");
    }

    @Test
    void runsInAnInitContainerWhenAskedAndServesWithoutTheOwnersAccount() {
        Manifests rendered =
                Chart.external().with("global.migration.strategy", "initContainer").render();
        JsonNode pod = rendered.one("Deployment", "dao-voting-service").at("/spec/template/spec");

        assertThat(rendered.names("Job")).isEmpty();
        assertThat(pod.at("/initContainers/0/name").asText()).isEqualTo("migrate");
        assertThat(Manifests.secret(pod.at("/initContainers/0"), "DAO_DB_OWNER_PASSWORD"))
                .isEqualTo("dao-voting-owner/password");
        assertThat(variables(pod.at("/containers/0")))
                .doesNotContain("DAO_DB_MIGRATE_AT_START", "DAO_DB_OWNER_PASSWORD");
    }

    @Test
    void isLeftToOthersWhenAsked() {
        Manifests rendered =
                Chart.external()
                        .with("global.migration.strategy", "none")
                        .with("voting-service.database.owner.secretName", "''")
                        .render();

        assertThat(rendered.names("Job")).isEmpty();
        assertThat(rendered.pods()).noneMatch(pod -> pod.has("initContainers"));
    }

    private JsonNode job() {
        return external.one("Job", "dao-voting-service-migrate");
    }

    private static List<String> variables(JsonNode container) {
        return container.path("env").valueStream().map(v -> v.path("name").asText()).toList();
    }

    private static String value(JsonNode container, String variable) {
        return Manifests.entry(container, variable).path("value").asText();
    }
}
