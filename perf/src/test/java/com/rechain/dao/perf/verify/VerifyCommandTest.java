package com.rechain.dao.perf.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rechain.dao.perf.cli.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
    private static final long BEGIN = 1_795_000_000_000L;

    @TempDir Path folder;
    private Path base;
    private Path candidate;

    @BeforeEach
    void foldersOfRuns() throws IOException {
        base = Files.createDirectory(folder.resolve("base"));
        candidate = Files.createDirectory(folder.resolve("candidate"));
    }

    @Test
    void exitsWithZeroWhenTheCandidateIsBetter() throws IOException {
        runs(0.8);

        assertThat(verify()).isZero();
    }

    @Test
    void exitsWithOneWhenTheCandidateIsWorse() throws IOException {
        runs(1.25);

        assertThat(verify()).isEqualTo(1);
    }

    @Test
    void exitsWithThreeWhenNobodyCanTell() throws IOException {
        runs(1.0);

        assertThat(verify()).isEqualTo(3);
    }

    @Test
    void comparesResultsOfTheBench() throws IOException {
        for (int i = 0; i < 6; i++) {
            bench(base, 2 * i, 1_000 + 10 * (i % 3));
            bench(candidate, 2 * i + 1, 1_300 + 10 * (i % 2));
        }

        assertThat(verify()).isZero();
    }

    @Test
    void aHalfWrittenRunIsNamed() throws IOException {
        runs(1.0);
        Files.writeString(base.resolve("run-2").resolve("run.json"), "{\"begin\":17");

        assertThatThrownBy(this::verify)
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("run-2")
                .hasMessageContaining("not whole");
    }

    @Test
    void anUnfinishedRunIsNamed() throws IOException {
        runs(1.0);
        Files.delete(candidate.resolve("run-3").resolve("run.json"));

        assertThatThrownBy(this::verify)
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("no finished run");
    }

    @Test
    void anEmptyFolderIsNamed() {
        assertThatThrownBy(this::verify)
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("no runs in");
    }

    @Test
    void aMissingFolderIsNamed() {
        assertThatThrownBy(() -> new VerifyCommand().run(folder, List.of("nowhere", "there")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("no folder nowhere");
    }

    @Test
    void oneFolderIsNotEnough() {
        assertThatThrownBy(() -> new VerifyCommand().run(folder, List.of("one")))
                .isInstanceOf(UsageException.class);
    }

    private int verify() throws IOException {
        return new VerifyCommand().run(folder, List.of(base.toString(), candidate.toString()));
    }

    private void runs(double times) throws IOException {
        for (int i = 0; i < 6; i++) {
            // A spread of a few percent that both share, in another order.
            lab(base, 2 * i, 1 + 0.02 * (i % 3));
            lab(candidate, 2 * i + 1, times * (1 + 0.02 * ((i + 1) % 3)));
        }
    }

    private static void lab(Path set, int turn, double time) throws IOException {
        Path run = Files.createDirectory(set.resolve("run-" + turn / 2));
        Files.writeString(
                run.resolve("run.json"),
                String.format(
                        Locale.ROOT,
                        "{\"begin\":%d,\"sending\":{\"seconds\":20},\"answers\":{\"requests\":1000,\"goodPerSecond\":%f,\"p50Millis\":%f,\"p99Millis\":%f}}",
                        BEGIN + 30_000L * turn,
                        500 / time,
                        4 * time,
                        20 * time));
    }

    private static void bench(Path set, int turn, double perSecond) throws IOException {
        Path run = Files.createDirectory(set.resolve("run-" + turn / 2));
        Files.writeString(
                run.resolve("results.json"),
                String.format(
                        Locale.ROOT,
                        "{\"format\":1,\"at\":\"2026-11-26T12:%02d:00Z\",\"rows\":[{\"name\":\"votes\",\"figures\":[{\"name\":\"held\",\"unit\":\"votes/s\",\"rounds\":[%f,%f,%f]}]}]}",
                        turn,
                        perSecond,
                        perSecond + 5,
                        perSecond - 5));
    }
}
