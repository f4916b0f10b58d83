package com.rechain.dao.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesTest {
    /** What CloudFormation takes without a detour over a bucket. */
    private static final int LARGEST = 51_200;

    @Test
    void theCommittedTemplatesAreWhatTheCodeSays() throws IOException {
        assumeThat(nodeIsOnThePath())
                .as("The templates are not compared with the code: that needs node on the path.")
                .isTrue();

        Map<String, String> committed =
                Template.all().collect(Collectors.toMap(Template::name, Template::text));

        assertThat(Synthesis.templates())
                .as("see edge/README.md for the command that writes them anew")
                .isEqualTo(committed);
    }

    @ParameterizedTest
    @MethodSource("com.rechain.dao.edge.Template#all")
    void aTemplateCanBeDeployedByAnyMeansInAnyAccount(Template template) {
        assertThat(template.text().length()).isLessThan(LARGEST);
        assertThat(template.text())
                .doesNotContain("cdk-hnb659fds", "CDKMetadata", "BootstrapVersion", "aws:cdk:path")
                .doesNotContainPattern("\\b[0-9]{12}\\b")
                .doesNotContainPattern("arn:aws:");
    }

    @ParameterizedTest
    @MethodSource("com.rechain.dao.edge.Template#all")
    void bucketsOutliveTheirStack(Template template) {
        assertThat(template.root().get("Resources"))
                .filteredOn(resource -> resource.get("Type").asText().equals("AWS::S3::Bucket"))
                .isNotEmpty()
                .allSatisfy(bucket ->
                        assertThat(bucket.get("DeletionPolicy").asText()).isEqualTo("Retain"));
    }

    private static boolean nodeIsOnThePath() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node")));
    }
}
