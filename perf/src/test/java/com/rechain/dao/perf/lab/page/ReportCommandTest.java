package com.rechain.dao.perf.lab.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rechain.dao.perf.cli.UsageException;
import com.rechain.dao.perf.lab.Specimen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
    private final ReportCommand report = new ReportCommand();

    @TempDir Path root;

    @Test
    void thePageNeedsNothingFromAnywhere() throws Exception {
        specimen("a", 5);

        assertThat(report.run(root, List.of("a"))).isZero();

        assertThat(Files.readString(folder("a").resolve("report.html")))
                .startsWith("<!doctype html>")
                .contains("baseline / voting", "passed", "<svg", "Latency, 95 of 100")
                .doesNotContain("http://", "https://", "src=", "<link", "@import", "url(");
    }

    @Test
    void twoRunsStandNextToEachOther() throws Exception {
        specimen("a", 5);
        specimen("b", 5);

        assertThat(report.run(root, List.of("a", "b", "--budget", "25"))).isZero();

        assertThat(Files.readString(folder("b").resolve("report-against-a.html")))
                .contains("Against the earlier run", "same", ", before");
    }

    @Test
    void aRegressionBeyondTheBudgetFails() throws Exception {
        specimen("a", 5);
        specimen("b", 10);

        assertThat(report.run(root, List.of("a", "b", "--budget", "25"))).isEqualTo(1);
        assertThat(report.run(root, List.of("b", "a", "--budget", "25"))).isZero();
    }

    @Test
    void badInputIsRefusedInASentence() throws Exception {
        specimen("a", 5);
        specimen("half", 5);
        Files.delete(folder("half").resolve("run.json"));

        assertRefused("report takes one run, or an earlier and a later one.");
        assertRefused(
                "There is no run none in %s.".formatted(root.resolve("perf/results")), "none");
        assertRefused("--budget takes a number of percent.", "a", "--budget", "much");
        assertThatThrownBy(() -> report.run(root, List.of("half")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("holds no finished run");
    }

    private void specimen(String name, int millis) throws IOException {
        new Specimen(folder(name)).writeGood(millis);
    }

    private Path folder(String name) {
        return root.resolve("perf/results").resolve(name);
    }

    private void assertRefused(String sentence, String... arguments) {
        assertThatThrownBy(() -> report.run(root, List.of(arguments)))
                .isInstanceOf(UsageException.class)
                .hasMessage(sentence);
    }
}
