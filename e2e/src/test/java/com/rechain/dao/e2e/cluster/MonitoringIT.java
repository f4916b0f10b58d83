package com.rechain.dao.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.devstack.client.SignedIn;
import com.rechain.dao.e2e.support.Community;
import com.rechain.dao.e2e.support.Platform;
import com.rechain.dao.e2e.support.Vote;
import com.rechain.dao.test.backing.DaoRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the Prometheus of a cluster makes of the release: targets, rules, alerts, dashboards. */
@Isolated("has the platform to itself")
class MonitoringIT {
    private static final Duration SCRAPED = Duration.ofMinutes(3);
    private static final Path DASHBOARDS = DaoRoot.path().resolve("observability/dashboards");
    private static final Path RULES = DaoRoot.path().resolve("observability/rules");

    private final Release release = Release.get();

    static Stream<Path> dashboards() throws IOException {
        return Files.list(DASHBOARDS).filter(path -> path.toString().endsWith(".json")).sorted();
    }

    @Test
    void everyPodIsScraped() {
        Awaitility.await()
                .atMost(SCRAPED)
                .ignoreExceptions()
                .untilAsserted(() -> {
                    JsonNode up =
                            Prometheus.query("up{namespace=\"" + release.namespace() + "\"} == 1");
                    assertThat(up.size()).isGreaterThanOrEqualTo(8);
                });
    }

    @Test
    void everyRuleLoadsAndIsEvaluated() throws IOException {
        Set<String> shipped = namesIn(RULES);

        Awaitility.await()
                .atMost(SCRAPED)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(healthyRules()).containsAll(shipped));
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyQueryOfADashboardReturnsData(Path dashboard) throws IOException {
        useEverything();
        List<String> expressions =
                Cluster.json(Files.readString(dashboard)).findValuesAsText("expr").stream()
                        // Nobody can upload anything yet.
                        .filter(expression -> !expression.contains("endpoint=\"upload\""))
                        .toList();

        assertThat(expressions).isNotEmpty();
        Awaitility.await()
                .atMost(SCRAPED)
                .pollInterval(Duration.ofSeconds(3))
                .ignoreExceptionsInstanceOf(IllegalStateException.class)
                .untilAsserted(() -> {
                    // Rates want something to go on.
                    Platform.anyone().get("/api/v1/proposals?limit=5").orFail();
                    assertThat(expressions)
                            .filteredOn(
                                    expression -> Prometheus.query(forAll(expression)).isEmpty())
                            .isEmpty();
                });
    }

    @Test
    void anAlertFiresOnAFaultAndClears() {
        release.kubectl("scale", "statefulset/dao-mysql-replica", "--replicas=0");
        awaitAlert(true);

        release.kubectl("scale", "statefulset/dao-mysql-replica", "--replicas=1");
        awaitAlert(false);
    }

    private void awaitAlert(boolean firing) {
        Awaitility.await("DaoReplicaAway " + (firing ? "fires" : "clears"))
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofSeconds(5))
                .ignoreExceptions()
                .until(() -> Prometheus.fires("DaoReplicaAway") == firing);
    }

    /** A little of everything that is counted. */
    private static void useEverything() {
        Vote vote = Community.of(3).openVote(Duration.ofSeconds(20));
        for (SignedIn member : vote.community().members()) {
            vote.cast(member, Vote.FOR).orFail();
        }
        vote.ballots();
        vote.tallyOf(3);
        vote.result();
    }

    /** A dashboard's expression with its variables set to everything. */
    private static String forAll(String expression) {
        return expression
                .replace("$__rate_interval", "1m")
                .replace("=\"$application\"", "=~\".+\"");
    }

    private static Set<String> healthyRules() {
        return Cluster.stream(Prometheus.groups())
                .flatMap(group -> Cluster.stream(group.path("rules")))
                .filter(rule -> rule.path("health").asText().equals("ok"))
                .map(rule -> rule.path("name").asText())
                .collect(Collectors.toSet());
    }

    private static Set<String> namesIn(Path folder) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                for (String line : Files.readAllLines(file)) {
                    String stripped = line.strip().replaceFirst("^- ", "");
                    if (stripped.startsWith("alert: ") || stripped.startsWith("record: ")) {
                        names.add(stripped.split(": ", 2)[1].strip());
                    }
                }
            }
        }
        return names;
    }
}
