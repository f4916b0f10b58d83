package com.rechain.dao.perf.bench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rechain.dao.perf.cli.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFileTest {
    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve(ResultFile.NAME);
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        BenchResult written = result();

        ResultFile.write(folder, written);

        assertThat(ResultFile.read(folder)).isEqualTo(written);
        assertThat(ResultFile.read(file)).isEqualTo(written);
        assertThat(folder.resolve("results.md"))
                .content()
                .contains("| votes ")
                .contains(">= 3,000 /s, ratio >= 1")
                .contains("missed");
    }

    @Test
    void aFolderWithoutResultsIsNamed() {
        assertThatThrownBy(() -> ResultFile.read(folder.resolve("nowhere")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void halfAFileIsNoResult() throws IOException {
        ResultFile.write(folder, result());
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.length() / 2));

        assertThatThrownBy(() -> ResultFile.read(folder))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("no whole results");
    }

    @Test
    void anotherDocumentIsNoResult() throws IOException {
        Files.writeString(file, "{\"rows\": []}");

        assertThatThrownBy(() -> ResultFile.read(folder)).isInstanceOf(UsageException.class);
    }

    @Test
    void anotherFormatIsNotGuessedAt() throws IOException {
        ResultFile.write(folder, result());
        Files.writeString(file, Files.readString(file).replace("\"format\" : 1", "\"format\" : 2"));

        assertThatThrownBy(() -> ResultFile.read(folder))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("format 2");
    }

    private static BenchResult result() {
        Figure figure =
                new Figure(
                        "rate held",
                        "/s",
                        Bound.atLeast(3_000),
                        Bound.atLeast(1),
                        List.of(3_100.0, 3_200.0),
                        List.of(3_300.0, 3_400.0),
                        List.of(180.5, 190.5),
                        List.of(12.0, 13.0),
                        "");
        RowResult row =
                new RowResult("votes", "what", "a peer", "how", List.of(figure), List.of("note"));
        return new BenchResult(
                BenchResult.FORMAT,
                "2026-01-01T00:00:00Z",
                "abc",
                MachineFacts.here(),
                List.of(row));
    }
}
