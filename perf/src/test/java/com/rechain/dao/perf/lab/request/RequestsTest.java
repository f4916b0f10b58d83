package com.rechain.dao.perf.lab.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rechain.dao.perf.lab.request.Requests.Slot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestsTest {
    @TempDir Path folder;

    @Test
    void requestsAreCountedBySecondStepAndStatus() throws IOException {
        Requests requests =
                read(
                        "1000\t5000\t201\tvote\tp/v\tk1\t1",
                        "1999\t7000\t201\tvote\tp/w\tk2\t2",
                        "2000\t9000\t503\tvote\tp/x\tk3\t3");

        assertThat(requests.begin()).isEqualTo(1000);
        assertThat(requests.slots().keySet())
                .containsExactly(new Slot(0, "vote", 201), new Slot(1, "vote", 503));
        assertThat(requests.slots().get(new Slot(0, "vote", 201)).getTotalCount()).isEqualTo(2);
    }

    @Test
    void linesNeedNotBeInOrder() throws IOException {
        Requests requests = read("2500\t1\t200\tlist\t-\t-\t-", "1000\t1\t200\tlist\t-\t-\t-");

        assertThat(requests.begin()).isEqualTo(1000);
        assertThat(requests.lastSent()).isEqualTo(2500);
        assertThat(requests.slots()).hasSize(2);
    }

    @Test
    void writesAreKeptAndReadsAreNot() throws IOException {
        Requests requests =
                read(
                        "1\t1\t201\tregister\tid\tk\ta",
                        "1\t1\t409\tregister\t-\tk\tb",
                        "1\t1\t0\tregister\t-\tk\tc",
                        "1\t1\t200\tdetail\t-\t-\t-");

        assertThat(requests.writes())
                .extracting(
                        RequestLine::content,
                        RequestLine::acknowledged,
                        RequestLine::refused,
                        RequestLine::undecided)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a", true, false, false),
                        org.assertj.core.groups.Tuple.tuple("b", false, true, false),
                        org.assertj.core.groups.Tuple.tuple("c", false, false, true));
    }

    @Test
    void halfALineIsRefused() {
        assertThatThrownBy(() -> read("1000\t5000\t201\tvo"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a whole request line");
    }

    private Requests read(String... lines) throws IOException {
        return Requests.read(
                Files.writeString(folder.resolve("log"), String.join("\n", lines) + "\n"));
    }
}
