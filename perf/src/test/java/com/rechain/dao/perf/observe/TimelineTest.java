package com.rechain.dao.perf.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.rechain.dao.perf.cli.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelineTest {
    private static final String SECOND =
            """
            {"at":%d,"services":{"voting-service-1":{"dao_cache_get_seconds_count{cache=\\"tally\\",outcome=\\"hit\\"}":%d,"dao_cache_get_seconds_count{cache=\\"tally\\",outcome=\\"miss\\"}":%d}},\
            "processes":{"voting-service-1":{"ticks":%d,"residentBytes":1}},"database":{"Innodb_row_lock_time":%d},"machine":{"ticks":%d,"busyTicks":%d,"processors":2}}
            """;

    @TempDir Path folder;

    @Test
    void countersBecomeDifferences() throws IOException {
        write(second(0, 10, 2, 100, 5, 1_000, 500) + second(10, 110, 12, 150, 25, 3_000, 1_500));

        Evidence evidence = new Evidence(Timeline.read(folder));

        assertThat(evidence.seconds()).isCloseTo(10, within(1e-9));
        assertThat(evidence.delta("voting-service-1", "dao_cache_get_seconds_count"))
                .isEqualTo(110);
        assertThat(evidence.delta("voting-service-1", "dao_cache_get_seconds_count", "outcome=hit"))
                .isEqualTo(100);
        assertThat(evidence.delta("voting-service-1", "cpu_seconds")).isCloseTo(0.5, within(1e-9));
        assertThat(evidence.delta("primary", "innodb_row_lock_time")).isEqualTo(20);
        assertThat(evidence.delta("machine", "cpu_busy_seconds")).isCloseTo(10, within(1e-9));
        assertThat(evidence.labels("voting-service-1", "dao_cache_get_seconds_count", "cache"))
                .containsExactly("tally");
    }

    @Test
    void whatWasNotSeenIsZero() throws IOException {
        write(second(0, 1, 1, 1, 1, 1, 1) + second(1, 2, 2, 2, 2, 2, 2));

        Evidence evidence = new Evidence(Timeline.read(folder));

        assertThat(evidence.delta("nobody", "nothing")).isZero();
        assertThat(evidence.mean("voting-service-1", "nothing")).isZero();
        assertThat(evidence.timed("voting-service-1", "nothing")).isZero();
    }

    @Test
    void aLineCutOffIsNamed() throws IOException {
        String whole = second(0, 1, 1, 1, 1, 1, 1);
        write(whole + whole.substring(0, 40));

        assertThatThrownBy(() -> Timeline.read(folder))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void aFolderWithoutTimelineIsNoRun() {
        assertThatThrownBy(() -> Timeline.read(folder))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("is not a run");
    }

    @Test
    void oneSecondIsNotEnough() throws IOException {
        write(second(0, 1, 1, 1, 1, 1, 1));

        assertThatThrownBy(() -> Timeline.read(folder)).isInstanceOf(UsageException.class);
    }

    @Test
    void aFigureHasOneNameAndOneUnitWhateverItIsOf() throws IOException {
        String line =
                "{\"at\":%d,\"machine\":{\"diskBusyMillis\":500,\"memoryUsedBytes\":7},\"processes\":{\"mariadb-primary\":{\"ticks\":300}},"
                        + "\"database\":{\"Threads_connected\":4},\"outbox\":{\"users\":2}}%n";
        write(line.formatted(0) + line.formatted(1_000));

        Observation first = Timeline.read(folder).getFirst();

        assertThat(first.figure("machine", "disk_busy_seconds")).isEqualTo(0.5);
        assertThat(first.figure("machine", "memory_used_bytes")).isEqualTo(7);
        assertThat(first.figure("primary", "cpu_seconds")).isEqualTo(3);
        assertThat(first.figure("primary", "threads_connected")).isEqualTo(4);
        assertThat(first.figure("outbox", "users")).isEqualTo(2);
        assertThat(first.figure("outbox", "voting")).isZero();
        assertThat(first.figure("redis", "keyspace_hits")).isNaN();
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve(Timeline.FILE), text);
    }

    private static String second(
            int at, int hits, int misses, int ticks, int lock, int all, int busy) {
        return SECOND.formatted(1_000L * at, hits, misses, ticks, lock, all, busy);
    }
}
