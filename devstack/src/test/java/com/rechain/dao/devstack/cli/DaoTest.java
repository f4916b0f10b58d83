package com.rechain.dao.devstack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DaoTest {
    @TempDir Path root;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void here() {
        System.setProperty("dao.root", root.toString());
    }

    @AfterEach
    void end() {
        System.clearProperty("dao.root");
    }

    @Test
    void withNothingRunningThereIsNothingToSeeOrToStop() {
        assertThat(dao("status")).isEqualTo(1);
        assertThat(dao("down")).isZero();
        assertThat(out).hasToString("Nothing is running.%nNothing is running.%n".formatted());
    }

    @Test
    void aRunningPlatformIsNeitherStartedAgainNorReset() {
        new Workplace(root).launcher().write(ProcessHandle.current());

        assertThat(dao("up")).isEqualTo(1);
        assertThat(dao("reset")).isEqualTo(1);
        assertThat(err.toString())
                .isEqualTo(
                        """
                        REChain DAO runs already (process %d); ./dao down stops it.
                        REChain DAO is running; stop it with ./dao down first.
                        """
                                .formatted(ProcessHandle.current().pid()));
    }

    @Test
    void leftoversOfACrashedLauncherAreNamed() {
        new Workplace(root).pidFile("kafka").write(ProcessHandle.current());

        assertThat(dao("up")).isEqualTo(1);
        assertThat(err.toString())
                .isEqualTo(
                        "Processes of an earlier run are still there (kafka); ./dao down ends them.%n"
                                .formatted());
    }

    @Test
    void aResetLeavesNothing() throws IOException {
        Path state = Files.createDirectories(root.resolve(".dao").resolve("mariadb-primary"));
        Files.writeString(state.resolve("ibdata1"), "data");

        assertThat(dao("reset")).isZero();
        assertThat(root.resolve(".dao")).doesNotExist();
    }

    @Test
    void unknownServicesAndSillyCountsAreWrongUsage() {
        assertThat(dao("up", "--instances", "cinema=2")).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "the services are user-service, proposal-service, voting-service, gateway");
        assertThat(dao("up", "--instances", "voting-service=0")).isEqualTo(2);
        assertThat(err.toString())
                .contains("--instances voting-service=0: between 1 and 9 can run.");
    }

    @Test
    void logsShowTheEndOfEveryInstance() throws IOException {
        Path logs = Files.createDirectories(root.resolve(".dao").resolve("logs"));
        Files.writeString(logs.resolve("voting-service-1.log"), "a\nb\nc\n");
        Files.writeString(logs.resolve("voting-service-2.log"), "d\n");
        Files.writeString(logs.resolve("kafka.log"), "e\n");

        assertThat(dao("logs", "voting-service", "-n", "2")).isZero();
        assertThat(out.toString().lines())
                .containsExactly("==> voting-service-1", "b", "c", "==> voting-service-2", "d");
    }

    @Test
    void aLogThatIsNotThereIsWrongUsageAndTheOthersAreNamed() throws IOException {
        Path logs = Files.createDirectories(root.resolve(".dao").resolve("logs"));
        Files.writeString(logs.resolve("kafka.log"), "e\n");

        assertThat(dao("logs", "cinema")).isEqualTo(2);
        assertThat(err.toString()).startsWith("There is no log of cinema; there is: kafka.");
    }

    @Test
    void aProcessIsFoundAtItsWellKnownPort() {
        assertThat(StatusCommand.port("voting-service-2")).isEqualTo(8131);
        assertThat(StatusCommand.port("gateway-1")).isEqualTo(8080);
        assertThat(StatusCommand.port("mariadb-replica")).isEqualTo(13307);
    }

    private int dao(String... arguments) {
        CommandLine commandLine = Dao.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }
}
