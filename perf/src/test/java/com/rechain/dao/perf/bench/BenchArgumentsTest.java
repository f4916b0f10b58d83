package com.rechain.dao.perf.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rechain.dao.perf.bench.BenchArguments.Comparing;
import com.rechain.dao.perf.bench.BenchArguments.Listing;
import com.rechain.dao.perf.bench.BenchArguments.Measuring;
import com.rechain.dao.perf.cli.UsageException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchArgumentsTest {
    @Test
    void withoutArgumentsAllRowsAreMeasured() {
        assertThat(parse("")).isEqualTo(new Measuring(List.of(), BenchArguments.ROUNDS, false));
        assertThat(Rows.named(List.of())).isEqualTo(Rows.all());
    }

    @Test
    void rowsAndOptionsMayMix() {
        assertThat(parse("votes --rounds 5 list --profile"))
                .isEqualTo(new Measuring(List.of("votes", "list"), 5, true));
    }

    @Test
    void resultsAreListedAndCompared() {
        assertThat(parse("--list")).isEqualTo(new Listing());
        assertThat(parse("--compare a b")).isEqualTo(new Comparing(Path.of("a"), Path.of("b")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--rounds",
                "--rounds 0",
                "--rounds 00",
                "--rounds many",
                "--rounds 101",
                "--faster",
                "--compare a",
                "--compare a b c",
                "--list votes",
                "votes --compare a b"
            })
    void whatIsNotUnderstoodIsRefused(String line) {
        assertThatThrownBy(() -> parse(line)).isInstanceOf(UsageException.class);
    }

    @Test
    void anUnknownRowIsNamedWithThoseThereAre() {
        assertThatThrownBy(() -> Rows.named(List.of("vote")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("'vote'")
                .hasMessageContaining("votes");
    }

    @Test
    void everyRowIsDeclaredOnceWithFiguresOfDifferentNames() {
        assertThat(Rows.all()).extracting(row -> row.declaration().name()).doesNotHaveDuplicates();
        assertThat(Rows.all())
                .allSatisfy(row ->
                        assertThat(row.declaration().targets())
                                .isNotEmpty()
                                .extracting(target -> target.name())
                                .doesNotHaveDuplicates());
        assertThat(Rows.table().toString()).contains("votes").contains(">= 3,000 /s");
    }

    private static BenchArguments parse(String line) {
        return BenchArguments.parse(line.isEmpty() ? List.of() : List.of(line.split(" ", -1)));
    }
}
