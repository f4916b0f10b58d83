package com.rechain.dao.devstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
    @TempDir Path folder;

    @Test
    void findsTheProcessItNames() {
        PidFile file = new PidFile(folder.resolve("run").resolve("me.pid"));

        file.write(ProcessHandle.current());

        assertThat(file.process()).contains(ProcessHandle.current());
    }

    @Test
    void aLaterProcessWithTheSamePidIsNotTheOne() throws IOException {
        Path path = folder.resolve("me.pid");
        Files.writeString(path, ProcessHandle.current().pid() + " 2001-01-01T00:00:00Z\n");

        assertThat(new PidFile(path).process()).isEmpty();
    }

    @Test
    void noFileMeansNoProcess() {
        assertThat(new PidFile(folder.resolve("none.pid")).process()).isEmpty();
    }
}
