package com.rechain.dao.devstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanGuardTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir Path state;

    @Test
    void childrenDoNotOutliveALauncherThatIsKilled() throws IOException, InterruptedException {
        Process launcher =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Launcher.class.getName(),
                                state.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(new File(state.toFile(), "launcher.log"))
                        .start();
        PidFile child = new PidFile(state.resolve("run").resolve("child.pid"));
        assertThat(Await.until(LIMIT, () -> child.process().isPresent())).isTrue();
        ProcessHandle process = child.process().orElseThrow();

        launcher.destroyForcibly().waitFor();

        assertThat(Await.until(LIMIT, () -> !process.isAlive())).isTrue();
    }

    /** Starts a child and stays. */
    static final class Launcher {
        public static void main(String[] arguments) throws InterruptedException {
            Path state = Path.of(arguments[0]);
            new ChildProcess(
                            new ProcessSpec(
                                    "child", List.of("sleep", "300"), Map.of(), state, state))
                    .start();
            Thread.currentThread().join();
        }
    }
}
