package com.rechain.dao.devstack.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CachesCommandTest {
    private static final String LISTING =
            """
            {"service": "proposal-service", "caches": [{"name": "proposals",
             "size": {"entries": 7, "bytes": 14336, "evictions": 3},
             "reads": {"hits": 95, "misses": 5, "loads": 2, "meanLoadMillis": 1.25, "longestStalenessMillis": 4.5,
                       "hitRatio": 0.98},
             "hotKeys": [{"key": "0190b8a0", "reads": 12}]}]}
            """;

    @TempDir Path root;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> asked = new ArrayList<>();
    private HttpServer instance;
    private Path secret;

    @BeforeEach
    void start() throws IOException {
        System.setProperty("dao.root", root.toString());
        secret = Files.writeString(root.resolve("secret"), "s3cret\n");
        InetAddress here = InetAddress.getLoopbackAddress();
        instance = HttpServer.create(new InetSocketAddress(here, 0), 0);
        instance.createContext("/q/caches", this::answer);
        instance.start();
    }

    @AfterEach
    void stop() {
        System.clearProperty("dao.root");
        instance.stop(0);
    }

    @Test
    void everyCacheIsALine() {
        assertThat(caches()).isZero();

        assertThat(out.toString().lines().skip(1).map(line -> line.replaceAll(" +", " ")))
                .singleElement()
                .asString()
                .endsWith("proposals 7 14 KiB 98.0 % 2 1.3 ms 3 4.5 ms 0190b8a0");
    }

    @Test
    void aPurgeAndAWarmingAreAskedFor() {
        assertThat(caches("purge", "proposals")).isZero();
        assertThat(caches("purge", "proposals", "proposal:1 2")).isZero();
        assertThat(caches("purge", "proposal-service/proposals", "--key", "a")).isZero();
        assertThat(caches("warm", "proposals")).isZero();

        assertThat(asked)
                .containsExactly(
                        "POST /q/caches/proposals/purge",
                        "POST /q/caches/proposals/purge?tag=proposal%3A1%202",
                        "POST /q/caches/proposals/purge?key=a",
                        "POST /q/caches/proposals/warm");
    }

    @Test
    void whatCannotBeDoneIsOneSentence() throws IOException {
        assertThat(caches("purge", "ballots")).isEqualTo(1);
        assertThat(caches("purge", "proposals", "a", "--key", "b")).isEqualTo(1);
        Files.writeString(secret, "wrong");
        assertThat(caches()).isEqualTo(1);
        assertThat(dao("caches", "--url", "http://127.0.0.1:1")).isEqualTo(1);
        assertThat(dao("caches")).isEqualTo(1);
        instance.stop(0);
        assertThat(caches()).isEqualTo(1);

        assertThat(err.toString().replaceAll(":\\d+ ", ":port "))
                .isEqualTo(
                        """
                        There is no cache named ballots; there is: proposal-service/proposals.
                        Name a tag or a key, not both.
                        http://127.0.0.1:port does not know this secret.
                        With --url say in --secret-file where the internal secret is.
                        Nothing is running here; start it by ./dao up, or name a --url.
                        http://127.0.0.1:port does not answer.
                        """);
    }

    private int caches(String... arguments) {
        String url = "http://127.0.0.1:" + instance.getAddress().getPort();
        Stream<String> options =
                Stream.of("caches", "--url", url, "--secret-file", secret.toString());
        return dao(Stream.concat(options, Arrays.stream(arguments)).toArray(String[]::new));
    }

    private int dao(String... arguments) {
        CommandLine command = Dao.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean known =
                "s3cret".equals(exchange.getRequestHeaders().getFirst("Dao-Internal-Secret"));
        if (exchange.getRequestMethod().equals("POST")) {
            asked.add("POST " + exchange.getRequestURI());
        }
        byte[] body = (known ? LISTING : "{}").getBytes(UTF_8);
        exchange.sendResponseHeaders(known ? 200 : 401, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
