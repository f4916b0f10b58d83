package com.rechain.dao.chart;

import static org.assertj.core.api.Assertions.catchThrowable;

import com.marcnuri.helm.DryRun;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.InstallCommand;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The chart with some values, ready to be rendered. Each change gives another one. */
record Chart(List<Path> valueFiles) {
    static final Path FOLDER = Path.of("rechain-dao").toAbsolutePath();
    static final String KUBERNETES = "1.34.0";

    /** Databases, Redis and Kafka of the release's own. */
    static Chart trial() {
        return scenario("trial");
    }

    /** Databases, Redis and Kafka somewhere else; nothing that is not needed. */
    static Chart external() {
        return scenario("small");
    }

    /** What is in {@code ci/NAME-values.yaml}. */
    static Chart scenario(String name) {
        return new Chart(List.of(FOLDER.resolve("ci/" + name + "-values.yaml")));
    }

    static Stream<String> scenarios() {
        return Stream.of("small", "production", "aws", "trial");
    }

    static LintResult lint() {
        return new Helm(FOLDER).lint().strict().call();
    }

    /** With a value, named as {@code a.b.c} and written as in YAML. */
    Chart with(String key, String value) {
        return with(nested(key, value));
    }

    Chart with(String yaml) {
        try {
            Path file = Files.createTempFile("values", ".yaml");
            file.toFile().deleteOnExit();
            Files.writeString(file, yaml);
            return with(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Chart with(Path valueFile) {
        List<Path> files = new ArrayList<>(valueFiles);
        files.add(valueFile);
        return new Chart(List.copyOf(files));
    }

    Manifests render() {
        return Manifests.parse(text("dao"));
    }

    String text(String release) {
        Cluster.isEmptyUnlessFilled();
        TemplateCommand template =
                new Helm(Sources.WITHOUT_HOOKS)
                        .template()
                        .withName(release)
                        .withNamespace("dao")
                        .withKubeVersion(KUBERNETES);
        valueFiles.forEach(template::withValuesFile);
        return Sources.hooked(template.call());
    }

    /** What a person reads after the installation. */
    String notes() {
        InstallCommand install =
                new Helm(FOLDER)
                        .install()
                        .withName("dao")
                        .withNamespace("dao")
                        .withKubeVersion(KUBERNETES)
                        .clientOnly()
                        .dryRun()
                        .withDryRunOption(DryRun.CLIENT);
        valueFiles.forEach(install::withValuesFile);
        return install.call().getOutput();
    }

    /** Why these values are not rendered; empty if they are. */
    String refusal() {
        Throwable refusal = catchThrowable(() -> text("dao"));
        return refusal == null ? "" : String.valueOf(refusal.getMessage());
    }

    private static String nested(String key, String value) {
        int dot = key.indexOf('.');
        return dot < 0
                ? "{" + key + ": " + value + "}"
                : "{" + key.substring(0, dot) + ": " + nested(key.substring(dot + 1), value) + "}";
    }
}
