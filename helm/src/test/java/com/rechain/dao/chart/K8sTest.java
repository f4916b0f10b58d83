package com.rechain.dao.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds {@code k8s/} to the chart. With {@code -Ddao.k8s.render} it writes it anew instead. */
class K8sTest {
    private static final Path K8S = Chart.FOLDER.resolve("../../k8s").normalize();

    @Test
    void isWhatTheChartRenders() throws IOException {
        Map<Path, String> rendered = new Kustomization().files();
        if (System.getProperty("dao.k8s.render") != null) {
            write(rendered);
        }

        assertThat(committed())
                .as("k8s/ has drifted from the chart; k8s/README.md says how to render it anew")
                .isEqualTo(rendered);
    }

    @Test
    void holdsNoSecret() {
        assertThat(new Kustomization().files().values())
                .isNotEmpty()
                .noneMatch(text -> text.contains("kind: Secret\n"));
    }

    private static Map<Path, String> committed() throws IOException {
        Map<Path, String> files = new TreeMap<>();
        for (Path file : renderedFiles()) {
            files.put(K8S.relativize(file), Files.readString(file));
        }
        return files;
    }

    private static void write(Map<Path, String> rendered) throws IOException {
        for (Path file : renderedFiles()) {
            Files.delete(file);
        }
        for (Map.Entry<Path, String> file : rendered.entrySet()) {
            Path target = K8S.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
        }
    }

    private static List<Path> renderedFiles() throws IOException {
        try (Stream<Path> files =
                Stream.concat(
                        Files.walk(K8S.resolve("base")), Files.walk(K8S.resolve("overlays")))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("values.yaml"))
                    .toList();
        }
    }
}
