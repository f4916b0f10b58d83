package com.rechain.dao.devstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir Path state;

    private ChildProcess child;

    @BeforeEach
    void nothingRuns() {
        child = shell("true");
    }

    @AfterEach
    void end() {
        child.kill();
    }

    @Test
    void writesToItsLogWithTheVariablesItWasGiven() {
        child = shell("echo \"hello $NAME\"; sleep 60");

        child.start();

        assertThat(Await.until(LIMIT, () -> child.log().lastLine().equals("hello Ada"))).isTrue();
        assertThat(child.alive()).isTrue();
    }

    @Test
    void startingWhatRunsChangesNothing() {
        child = shell("sleep 60");
        child.start();
        long pid = child.pid();

        child.start();

        assertThat(child.pid()).isEqualTo(pid);
    }

    @Test
    void stoppingAsksFirst() {
        child = shell("trap 'echo bye; exit 0' TERM; echo up; while :; do sleep 0.1; done");
        child.start();
        Await.until(LIMIT, () -> child.log().lastLine().equals("up"));

        child.stop(LIMIT);

        assertThat(child.alive()).isFalse();
        assertThat(child.log().lastLine()).isEqualTo("bye");
    }

    @Test
    void stoppingEndsEvenWhoDoesNotListen() {
        child = shell("trap '' TERM; echo up; while :; do sleep 0.1; done");
        child.start();
        Await.until(LIMIT, () -> child.log().lastLine().equals("up"));

        child.stop(Duration.ofMillis(200));

        assertThat(child.alive()).isFalse();
    }

    @Test
    void aFrozenProcessIsAliveAndCanBeStopped() {
        child = shell("sleep 60");
        child.start();

        child.pause();
        assertThat(child.alive()).isTrue();

        child.stop(LIMIT);
        assertThat(child.alive()).isFalse();
    }

    @Test
    void anotherHandleOnTheSameFolderControlsTheSameProcess() {
        child = shell("sleep 60");
        child.start();

        ChildProcess other = shell("sleep 60");
        assertThat(other.pid()).isEqualTo(child.pid());

        other.kill();
        assertThat(child.alive()).isFalse();
    }

    @Test
    void aFailureNamesTheProcessAndItsLastWords() {
        child = shell("echo starting; echo 'no space left' >&2; exit 3");
        child.start();
        Await.until(LIMIT, () -> !child.alive());

        assertThat(child.failure("died").sentence())
                .startsWith("child died; the last line of ")
                .endsWith("child.log: no space left");
    }

    private ChildProcess shell(String script) {
        return new ChildProcess(
                new ProcessSpec(
                        "child", List.of("sh", "-c", script), Map.of("NAME", "Ada"), state, state));
    }
}
