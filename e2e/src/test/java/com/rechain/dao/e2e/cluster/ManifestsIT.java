package com.rechain.dao.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.test.backing.DaoRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every manifest that the chart makes is taken by a real API server. */
@Isolated("has the platform to itself")
class ManifestsIT {
    private static String namespace;

    @BeforeAll
    static void prepare() {
        namespace = Release.namespace("dao-manifests-" + ProcessHandle.current().pid());
    }

    static Stream<Path> scenarios() throws IOException {
        return Files.list(DaoRoot.path().resolve(Release.CHART).resolve("ci")).sorted();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theApiServerTakesEveryManifestOfAScenario(Path scenario) throws IOException {
        String rendered =
                Cluster.helm(
                        "template",
                        Release.NAME,
                        Release.CHART,
                        "-n",
                        namespace,
                        "-f",
                        scenario.toString());
        Path known = Files.writeString(Files.createTempFile("manifests", ".yaml"), known(rendered));

        String answer =
                Cluster.kubectl(
                        "apply", "--dry-run=server", "-n", namespace, "-f", known.toString());

        assertThat(answer.lines().filter(line -> line.contains("(server dry run)")).count())
                .isGreaterThan(20);
    }

    @Test
    void theReleasePassesItsOwnTests() {
        assertThat(Cluster.helm("test", Release.NAME, "-n", Release.get().namespace()))
                .contains("Phase:", "Succeeded");
    }

    /** Kinds that are extensions are tried only where the cluster has them. */
    private static String known(String rendered) {
        Set<String> kinds =
                new TreeSet<>(
                        Cluster.kubectl("api-resources", "-o", "name", "--no-headers")
                                .lines()
                                .map(line -> line.contains(".") ? line.split("\\.", 2)[1] : "v1")
                                .toList());
        return Stream.of(rendered.split("(?m)^---$"))
                .filter(document -> document.contains("kind: "))
                .filter(document ->
                        document.lines()
                                .filter(line -> line.startsWith("apiVersion: "))
                                .map(line -> line.substring("apiVersion: ".length()))
                                .allMatch(version ->
                                        kinds.contains(
                                                version.contains("/")
                                                        ? version.split("/")[0]
                                                        : version)))
                .collect(Collectors.joining("\n---\n"));
    }
}
