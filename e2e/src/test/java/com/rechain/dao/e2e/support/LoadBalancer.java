package com.rechain.dao.e2e.support;

import com.rechain.dao.perf.peer.Nginx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * What stands in front of the gateways where they are deployed: an nginx that balances over them.
 */
public final class LoadBalancer {
    private LoadBalancer() {}

    /** Starts one over {@code gateways}, ended with the JVM; returns its address. */
    public static URI over(List<URI> gateways) {
        try {
            Path folder = Path.of("target", "load-balancer").toAbsolutePath();
            Nginx nginx =
                    Nginx.start(folder, new byte[0], gateways)
                            .orElseThrow(() ->
                                    new IllegalStateException(
                                            "nginx, which balances over the gateways here, is not installed"));
            Runtime.getRuntime().addShutdownHook(new Thread(nginx::close));
            return nginx.address();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
