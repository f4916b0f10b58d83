package com.rechain.dao.perf.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {
    @TempDir Path folder;

    private Path path;
    private Scratch scratch;

    @BeforeEach
    void somethingIsInIt() throws IOException {
        path = folder.resolve("bench-1");
        Files.createDirectories(path.resolve("logs"));
        Files.createDirectories(path.resolve("data").resolve("deep"));
        Files.writeString(path.resolve("logs").resolve("gateway.log"), "ready");
        Files.writeString(path.resolve("data").resolve("deep").resolve("rows"), "1");
        scratch = new Scratch(path);
    }

    @Test
    void allGoesWithIt() {
        scratch.close();
        scratch.close();

        assertThat(path).doesNotExist();
    }

    @Test
    void oneFolderStaysBehind() {
        scratch.closeBut("logs");

        assertThat(path.resolve("logs").resolve("gateway.log")).hasContent("ready");
        assertThat(path.resolve("data")).doesNotExist();
    }
}
