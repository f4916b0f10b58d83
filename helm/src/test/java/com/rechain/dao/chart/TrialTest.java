package com.rechain.dao.chart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class TrialTest {
    private final Manifests trial = Chart.trial().render();

    @Test
    void bringsNothingAlongUnlessAsked() {
        Manifests external = Chart.external().render();

        assertThat(external.names("StatefulSet")).isEmpty();
        assertThat(external.names("Secret")).isEmpty();
        assertThat(external.names("ConfigMap")).isEmpty();
    }

    @Test
    void bringsAPrimaryAReplicaRedisAndKafkaAlong() {
        assertThat(trial.names("StatefulSet"))
                .containsExactly("dao-kafka", "dao-mysql-primary", "dao-mysql-replica");
        assertThat(trial.names("Deployment")).contains("dao-redis");
        assertThat(trial.names("Service"))
                .contains("dao-kafka", "dao-mysql-primary", "dao-mysql-replica", "dao-redis");
    }

    @Test
    void replicatesByTransactionIdsAndWaitsForAReplicaThatIsThere() {
        assertThat(mysql("primary").path("args"))
                .extracting(JsonNode::asText)
                .contains(
                        "--server-id=1",
                        "--gtid-mode=ON",
                        "--enforce-gtid-consistency=ON",
                        "--loose-rpl-semi-sync-source-enabled=ON");
        assertThat(mysql("replica").path("args"))
                .extracting(JsonNode::asText)
                .contains(
                        "--server-id=2",
                        "--gtid-mode=ON",
                        "--loose-rpl-semi-sync-replica-enabled=ON");
    }

    @Test
    void pointsTheServicesAtItsOwnServers() {
        assertThat(trial.variable("voting-service", "DAO_DB_PRIMARY_URL"))
                .isEqualTo("jdbc:mysql://dao-mysql-primary:3306/voting");
        assertThat(trial.variable("voting-service", "DAO_DB_REPLICA_URL"))
                .isEqualTo("jdbc:mysql://dao-mysql-replica:3306/voting");
        assertThat(trial.variable("voting-service", "DAO_REDIS_URL"))
                .isEqualTo("redis://dao-redis:6379");
        assertThat(trial.variable("voting-service", "DAO_KAFKA_BOOTSTRAP"))
                .isEqualTo("dao-kafka:9092");
        assertThat(Manifests.secret(trial.container("voting-service"), "DAO_DB_PASSWORD"))
                .isEqualTo("dao-trial/voting-app");
    }

    @Test
    void givesEveryAccountThatTheServerMakesThePasswordThatItsServiceUses() {
        assertThat(Manifests.secret(mysql("primary"), "VOTING_APP_PASSWORD"))
                .isEqualTo("dao-trial/voting-app");
        assertThat(trial.one("Secret", "dao-trial").path("data").properties()).hasSize(14);
    }

    @Test
    void makesSecretsUpThatAreLongEnough() {
        JsonNode data = trial.one("Secret", "dao-trial").path("data");

        assertThat(decoded(data.path("internal"))).hasSizeGreaterThanOrEqualTo(24);
        assertThat(Base64.getDecoder().decode(decoded(data.path("key-encryption")))).hasSize(32);
        assertThat(decoded(data.path("mysql-replicator"))).hasSizeLessThanOrEqualTo(32);
    }

    @Test
    void keepsSecretsThatAreThere() {
        Cluster.holdsSecret("kept-trial", "{\"voting-app\": \"b2xk\"}");
        try {
            JsonNode data =
                    Manifests.parse(Chart.trial().text("kept"))
                            .one("Secret", "kept-trial")
                            .path("data");

            assertThat(decoded(data.path("voting-app"))).isEqualTo("old");
            assertThat(decoded(data.path("voting-read"))).hasSize(32);
        } finally {
            Cluster.losesSecret("kept-trial");
        }
    }

    @Test
    void leavesTheSecretWhenItGoesForTheSakeOfTheVolumes() {
        assertThat(
                        trial.one("Secret", "dao-trial")
                                .at("/metadata/annotations/helm.sh~1resource-policy")
                                .asText())
                .isEqualTo("keep");
    }

    @Test
    void takesAnExistingSecretInstead() {
        Manifests rendered =
                Chart.trial().with("global.trial.existingSecret", "passwords").render();

        assertThat(rendered.names("Secret")).isEmpty();
        assertThat(Manifests.secret(rendered.container("user-service"), "DAO_INTERNAL_SECRET"))
                .isEqualTo("passwords/internal");
    }

    private JsonNode mysql(String role) {
        return trial.one("StatefulSet", "dao-mysql-" + role).at("/spec/template/spec/containers/0");
    }

    private static String decoded(JsonNode value) {
        return new String(Base64.getDecoder().decode(value.asText()), UTF_8);
    }
}
