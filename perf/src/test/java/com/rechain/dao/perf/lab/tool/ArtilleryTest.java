package com.rechain.dao.perf.lab.tool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtilleryTest {
    @TempDir Path folder;

    @Test
    void whatWouldTellItsMakersOfARunIsNotLoaded() throws Exception {
        Optional<Path> node = Tools.find("node", System.getenv());
        assumeTrue(node.isPresent(), "there is no node here");
        Path module = Files.createDirectories(folder.resolve("node_modules/posthog-node"));
        Files.writeString(module.resolve("index.js"), "console.log('loaded')");
        Path main = folder.resolve("main.js");
        Files.writeString(
                main,
                "try { require('posthog-node') } catch (e) { console.log(e.message) } require('fs')");
        Path silent = Path.of("artillery", "silent.js").toAbsolutePath();

        Process process =
                new ProcessBuilder(
                                node.get().toString(),
                                "--require",
                                silent.toString(),
                                main.toString())
                        .redirectErrorStream(true)
                        .start();

        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8).strip())
                .isEqualTo("nobody is to be told");
        assertThat(process.waitFor()).isZero();
    }
}
