package com.rechain.dao.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Default deny: what the platform needs works (the journeys show it), and nothing else does. */
@Isolated("has the platform to itself")
class NetworkPolicyIT {
    private final Release release = Release.get();

    @ParameterizedTest
    @CsvSource({
        "gateway, 9000", "user-service, 8080", "user-service, 9000", "proposal-service, 8080",
        "voting-service, 8080", "voting-service, 9000", "mysql-primary, 3306",
                "mysql-replica, 3306",
        "redis, 6379", "kafka, 9092"
    })
    void aStrayPodReachesNothing(String component, int port) {
        assertThat(reaches("stray", component, port)).isFalse();
    }

    @Test
    void everyoneReachesTheGateway() {
        assertThat(reaches("stray", "gateway", 8080)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "gateway, mysql-primary, 3306", "gateway, kafka, 9092",
                "user-service, voting-service, 8080",
        "user-service, gateway, 8080", "voting-service, proposal-service, 8080",
                "redis, mysql-primary, 3306"
    })
    void aServiceReachesOnlyWhatItNeeds(String from, String component, int port) {
        assertThat(release.reaches(podOf(from), podAddress(component), port)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "gateway, voting-service, 8080",
        "gateway, user-service, 9000",
        "voting-service, user-service, 8080",
        "proposal-service, mysql-primary, 3306",
        "user-service, mysql-replica, 3306",
        "voting-service, redis, 6379",
        "proposal-service, kafka, 9092"
    })
    void aServiceReachesWhatItNeeds(String from, String component, int port) {
        assertThat(release.reaches(podOf(from), podAddress(component), port)).isTrue();
    }

    private boolean reaches(String pod, String component, int port) {
        stray(pod);
        return release.reaches(pod, podAddress(component), port);
    }

    /** A pod of the same namespace that belongs to nothing. */
    private void stray(String name) {
        if (release.kubectl("get", "pod", name, "--ignore-not-found").isEmpty()) {
            release.kubectl(
                    "run",
                    name,
                    "--image=rechain-dao/gateway:" + Release.VERSION,
                    "--overrides=" + STRAY.formatted(name, Release.VERSION));
            release.kubectl("wait", "--for=condition=Ready", "pod/" + name, "--timeout=2m");
        }
    }

    private String podOf(String component) {
        return pods(component).getFirst();
    }

    private String podAddress(String component) {
        return release.kubectl("get", "pod", podOf(component), "-o", "jsonpath={.status.podIP}");
    }

    private List<String> pods(String component) {
        return release.kubectl(
                        "get",
                        "pods",
                        "-l",
                        selector(component),
                        "--field-selector=status.phase=Running",
                        "-o",
                        "jsonpath={range .items[*]}{.metadata.name}{\"\\n\"}{end}")
                .lines()
                .toList();
    }

    /** Services are told apart by name; the databases by component. */
    private static String selector(String component) {
        return Release.SERVICES.contains(component)
                ? "app.kubernetes.io/name=" + component
                : "app.kubernetes.io/component=" + component;
    }

    private static final String STRAY =
            """
            {"spec":{"automountServiceAccountToken":false,"securityContext":{"runAsNonRoot":true,"runAsUser":10001,
            "seccompProfile":{"type":"RuntimeDefault"}},"containers":[{"name":"%s","image":"rechain-dao/gateway:%s",
            "command":["sleep","3600"],"securityContext":{"allowPrivilegeEscalation":false,"capabilities":{"drop":["ALL"]}}}]}}
            """;
}
