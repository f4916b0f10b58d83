package com.rechain.dao.perf.peer;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The load generator wrk, for the one thing an open loop does not tell: how much a target does when
 * it is never left without work. A closed loop; its latencies mean nothing here and are not read.
 */
public final class Wrk {
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");
    private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
    private static final Pattern BROKEN =
            Pattern.compile(
                    "Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");

    private Wrk() {}

    /**
     * What wrk counted.
     *
     * @param failed answers that were no success, and requests without an answer
     */
    public record Count(double perSecond, long requests, long failed) {

        /**
         * Reads what wrk prints.
         *
         * @throws IllegalArgumentException when it is not that
         */
        static Count parse(String printed) {
            Matcher rate = RATE.matcher(printed);
            Matcher requests = REQUESTS.matcher(printed);
            if (!rate.find() || !requests.find()) {
                throw new IllegalArgumentException("wrk counted nothing: " + printed.strip());
            }
            long failed = 0;
            for (Pattern pattern : List.of(REFUSED, BROKEN)) {
                Matcher found = pattern.matcher(printed);
                for (int i = 1; found.find(0) && i <= found.groupCount(); i++) {
                    failed += Long.parseLong(found.group(i));
                }
            }
            return new Count(
                    Double.parseDouble(rate.group(1)), Long.parseLong(requests.group(1)), failed);
        }
    }

    /** Keeps {@code connections} busy from one thread on one core. */
    public static Count run(URI target, int connections, Duration duration, int core)
            throws IOException, InterruptedException, MissingToolException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Tool.TASKSET.require().toString(),
                                "-c",
                                Integer.toString(core),
                                Tool.WRK.require().toString()));
        command.addAll(
                List.of(
                        "-t1",
                        "-c" + connections,
                        "-d" + duration.toSeconds() + "s",
                        target.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("wrk failed: " + printed.strip());
        }
        return Count.parse(printed);
    }
}
