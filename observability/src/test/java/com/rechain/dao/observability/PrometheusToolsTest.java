package com.rechain.dao.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What Prometheus and Alertmanager say of our files, where their tools are installed. */
class PrometheusToolsTest {
    @Test
    void theRulesAreValid() throws Exception {
        run("promtool", Stream.concat(Stream.of("check", "rules"), names("rules")));
    }

    @Test
    void theRulesDoWhatTheirTestsSay() throws Exception {
        run("promtool", Stream.concat(Stream.of("test", "rules"), names("tests")));
    }

    @Test
    void theExampleOfAPrometheusIsValid() throws Exception {
        run("promtool", Stream.of("check", "config", "prometheus.yaml"));
    }

    @Test
    void theExampleOfAnAlertmanagerIsValid() throws Exception {
        run("amtool", Stream.of("check-config", "alertmanager.yaml"));
    }

    private static Stream<String> names(String folder) {
        return Folder.files(folder).stream().map(file -> Folder.HERE.relativize(file).toString());
    }

    private static void run(String tool, Stream<String> arguments)
            throws IOException, InterruptedException {
        assumeTrue(
                isInstalled(tool),
                tool
                        + " is not on the PATH: Debian has it in prometheus and"
                        + " prometheus-alertmanager.");
        List<String> command = new ArrayList<>(List.of(tool));
        arguments.forEach(command::add);
        Process process =
                new ProcessBuilder(command)
                        .directory(Folder.HERE.toFile())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }

    private static boolean isInstalled(String tool) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }
}
