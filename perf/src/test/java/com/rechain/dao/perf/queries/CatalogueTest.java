package com.rechain.dao.perf.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rechain.dao.perf.cli.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
    @TempDir Path folder;

    @Test
    void aLineIsAStatement() throws IOException {
        Path file =
                write(
                        "user-service.jsonl",
                        "{\"shape\":\"SELECT 1 FROM a WHERE b = ?\",\"site\":\"user.A\",\"sql\":\"SELECT 1 FROM a WHERE b = ?\",\"parameters\":[\"bytes:16\"]}");

        assertThat(Catalogue.read(file))
                .containsExactly(
                        new Recorded(
                                "user-service",
                                "SELECT 1 FROM a WHERE b = ?",
                                "user.A",
                                "SELECT 1 FROM a WHERE b = ?",
                                List.of("bytes:16")));
    }

    @Test
    void whatWasCutOffIsSaidToBe() throws IOException {
        refused(write("a.jsonl", "{\"shape\":\"SELECT"), "line 1, is not JSON");
        refused(write("b.jsonl", "{\"sql\":\"DROP TABLE a\",\"shape\":\"\"}"), "is no statement");
        refused(folder.resolve("none.jsonl"), "is missing");
    }

    @Test
    void onlyWhatIsLookedUpHasAPlan() {
        assertThat(recorded("INSERT INTO a (b) VALUES (?)").hasPlan()).isFalse();
        assertThat(recorded("INSERT INTO a (b) SELECT b FROM c").hasPlan()).isTrue();
        assertThat(recorded("update a SET b = 1").hasPlan()).isTrue();
    }

    @Test
    void anExceptionHasAReason() throws IOException {
        Path file =
                write(
                        "allowed.yaml",
                        "- statement: FROM small\n  finding: full scan of small\n  because: It has a row for each of us, and no more.\n");

        Allowed allowed = Allowed.read(file);

        assertThat(allowed.unused()).hasSize(1);
        assertThat(allowed.reason(recorded("SELECT 1 FROM small"), "full scan of small"))
                .contains("It has a row for each of us, and no more.");
        assertThat(allowed.reason(recorded("SELECT 1 FROM large"), "full scan of small")).isEmpty();
        assertThat(allowed.reason(recorded("SELECT 1 FROM small"), "filesort at small")).isEmpty();
        assertThat(allowed.unused()).isEmpty();
    }

    @Test
    void anExceptionWithoutAReasonIsRefused() throws IOException {
        for (String broken :
                List.of(
                        "- statement: a\n  finding: b\n",
                        "- statement: a\n  finding: b\n  because: so\n",
                        "statement: a\n",
                        "- [\n")) {
            Path file = write("broken.yaml", broken);
            assertThatThrownBy(() -> Allowed.read(file)).isInstanceOf(UsageException.class);
        }
    }

    private static Recorded recorded(String sql) {
        return new Recorded("user-service", sql, "user.A", sql, List.of());
    }

    private static void refused(Path file, String because) {
        assertThatThrownBy(() -> Catalogue.read(file))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(because)
                .message()
                .doesNotContain("\n");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
