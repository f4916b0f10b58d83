package com.rechain.dao.perf.platform;

import com.rechain.dao.devstack.client.ApiClient;
import com.rechain.dao.devstack.process.Progress;
import com.rechain.dao.perf.cli.UsageException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Finds the platform that a command is about. */
public final class Platforms {
    private Platforms() {}

    /** A fresh platform without {@code url}, else the one that answers there. */
    public static Platform open(Path root, String url) {
        if (url.isEmpty()) {
            System.out.println("Starting a platform of its own for the lab");
            Progress progress =
                    (what, took) ->
                            System.out.printf("  %-20s ready after %d ms%n", what, took.toMillis());
            return OwnPlatform.start(root, "lab", UnaryOperator.identity(), progress);
        }
        URI gateway = gateway(url);
        requireAnswer(gateway);
        return RunningPlatform.isAt(root, gateway)
                ? new RunningPlatform(root, gateway)
                : new ForeignPlatform(gateway, System.getenv());
    }

    private static URI gateway(String url) {
        try {
            URI gateway = URI.create(url);
            if (gateway.getHost() != null
                    && ("http".equals(gateway.getScheme())
                            || "https".equals(gateway.getScheme()))) {
                return gateway;
            }
        } catch (IllegalArgumentException _) {
            // Told below, as every other address that is none.
        }
        throw new UsageException(
                "--url takes an address like http://127.0.0.1:8080, not %s.".formatted(url));
    }

    private static void requireAnswer(URI gateway) {
        try {
            int status = ApiClient.of(gateway).get("/api/v1/proposals?limit=1").status();
            if (status != 200) {
                throw new UsageException(
                        "What answers at %s is no gateway of the platform: it says %d to the list of proposals."
                                .formatted(gateway, status));
            }
        } catch (UncheckedIOException _) {
            throw new UsageException("No gateway answers at %s.".formatted(gateway));
        }
    }
}
