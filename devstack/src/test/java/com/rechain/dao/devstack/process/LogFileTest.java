package com.rechain.dao.devstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    @TempDir Path folder;

    @Test
    void theLastLineIsTheLastThatSaysSomething() throws IOException {
        assertThat(log("one\ntwo\n\n  \n").lastLine()).isEqualTo("two");
    }

    @Test
    void aStackTraceIsReadForItsCause() throws IOException {
        LogFile log =
                log(
                        """
                        ERROR Failed to start
                        \tat some.Caller.call(Caller.java:1)
                        Caused by: java.net.BindException: Address already in use
                        \tat some.Socket.bind(Socket.java:2)
                        \t... 4 more
                        """);

        assertThat(log.lastLine())
                .isEqualTo("Caused by: java.net.BindException: Address already in use");
    }

    @Test
    void theTailIsInOrderAndNeverMoreThanThereIs() throws IOException {
        assertThat(log("one\ntwo\nthree\n").tail(2)).containsExactly("two", "three");
        assertThat(log("one\n").tail(5)).containsExactly("one");
    }

    @Test
    void ofAHugeLogOnlyTheEndIsRead() throws IOException {
        LogFile log = log("x".repeat(200_000) + "\nlast words\n");

        assertThat(log.lastLine()).isEqualTo("last words");
    }

    @Test
    void noLogSaysNothing() {
        assertThat(new LogFile(folder.resolve("none.log")).lastLine()).isEmpty();
    }

    private LogFile log(String text) throws IOException {
        return new LogFile(Files.writeString(folder.resolve("some.log"), text));
    }
}
