package com.rechain.dao.test.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiContractTest {
    private static final String DOCUMENT =
            """
            openapi: 3.1.0
            info:
              title: things
            servers:
            - url: http://localhost:8081
              description: Auto generated value
            paths: {}
            """;

    @TempDir Path folder;

    @AfterEach
    void noUpdate() {
        System.clearProperty("dao.contracts.update");
    }

    @Test
    void theAddressOfTheServerIsNotPartOfTheContract() throws IOException {
        Files.writeString(
                folder.resolve("things.yaml"),
                """
                openapi: 3.1.0
                info:
                  title: things
                paths: {}
                """);

        assertThatCode(() -> OpenApiContract.assertKept(folder, "things", DOCUMENT))
                .doesNotThrowAnyException();
    }

    @Test
    void theFirstDifferenceIsShown() throws IOException {
        Files.writeString(folder.resolve("things.yaml"), "openapi: 3.1.0\ninfo:\n  title: old\n");

        assertThatThrownBy(() -> OpenApiContract.assertKept(folder, "things", DOCUMENT))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("line 3: <  title: old> is now <  title: things>");
    }

    @Test
    void anUpdateWritesTheFile() {
        System.setProperty("dao.contracts.update", "true");

        OpenApiContract.assertKept(folder, "things", DOCUMENT);

        assertThat(folder.resolve("things.yaml")).content().endsWith("title: things\npaths: {}\n");
    }
}
