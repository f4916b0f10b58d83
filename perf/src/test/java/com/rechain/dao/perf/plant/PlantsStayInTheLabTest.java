package com.rechain.dao.perf.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rechain.dao.perf.agent.Fault;
import com.rechain.dao.perf.cli.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is planted can not get into anything that is shipped, and finds its place where it is meant
 * to.
 */
class PlantsStayInTheLabTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final List<String> TRACES =
            List.of("com.rechain.dao.perf", "FaultAgent", "fault-agent");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tally",
                "platform",
                "user-service",
                "proposal-service",
                "voting-service",
                "gateway",
                "docker",
                "helm",
                "k8s"
            })
    void nothingThatIsShippedKnowsOfIt(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            List<Path> shipped =
                    files.filter(Files::isRegularFile)
                            .filter(file ->
                                    !file.toString().contains("/target/")
                                            && !file.toString().contains("/src/test/"))
                            .filter(file ->
                                    file.toString()
                                            .matches(
                                                    ".*\\.(java|properties|xml|ya?ml|sh|tpl|json)|.*Dockerfile.*"))
                            .toList();

            assertThat(shipped).isNotEmpty();
            assertThat(shipped)
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain(TRACES));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"user-service", "proposal-service", "voting-service", "gateway"})
    void noServiceDependsOnTheLab(String service) throws IOException {
        assertThat(Files.readString(ROOT.resolve(service).resolve("pom.xml")))
                .doesNotContain("<artifactId>perf</artifactId>");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyFaultHasAPlaceInTheSources(Fault fault) throws IOException {
        String service = fault.type().contains("/voting/") ? "voting-service" : "proposal-service";
        Path source =
                ROOT.resolve(service).resolve("src/main/java").resolve(fault.type() + ".java");

        assertThat(Files.readString(source)).containsPattern("\\b" + fault.method() + "\\(");
    }

    @Test
    void theAgentIsPackedWhole(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("agent.jar");

        AgentJar.write(file);

        try (JarFile jar = new JarFile(file.toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Premain-Class"))
                    .endsWith("FaultAgent");
            assertThat(jar.stream().map(entry -> entry.getName()))
                    .anyMatch(name -> name.endsWith("FaultInserter$AtEntry.class"));
        }
    }

    @Test
    void thereAreFifteen() {
        assertThat(Plant.values()).hasSize(15);
        assertThat(Stream.of(Plant.values()).map(Plant::expected)).doesNotHaveDuplicates();
    }

    @Test
    void anUnknownCauseIsRefusedBeforeAnythingStarts() {
        assertThatThrownBy(() -> new PlantCommand().run(ROOT, List.of("bad-luck")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("bad-luck")
                .hasMessageContaining("dropped-index");
    }
}
