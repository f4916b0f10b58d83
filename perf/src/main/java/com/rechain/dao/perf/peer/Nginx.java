package com.rechain.dao.perf.peer;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * An nginx beside the platform, with one worker: it serves given bytes as a file, and forwards to
 * one or more addresses, leaving out for ten seconds what takes no connection within half of one.
 */
public final class Nginx implements AutoCloseable {
    private static final String CONFIGURATION =
            """
            daemon off;
            worker_processes 1;
            pid %1$s/nginx.pid;
            error_log %1$s/error.log warn;
            events { worker_connections 4096; }
            http {
              access_log off;
              keepalive_requests 1000000;
              client_body_temp_path %1$s/body; proxy_temp_path %1$s/proxy; fastcgi_temp_path %1$s/fastcgi;
              uwsgi_temp_path %1$s/uwsgi; scgi_temp_path %1$s/scgi;
              upstream service { %3$s keepalive 128; }
              server {
                listen 127.0.0.1:%2$d;
                location = /file { alias %1$s/list.json; default_type application/json; }
                location / { proxy_pass http://service; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_connect_timeout 500ms; }
              }
            }
            """;

    private final Process process;
    private final URI address;

    private Nginx(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Starts one in {@code folder}, or nothing where nginx is not installed. */
    public static Optional<Nginx> start(Path folder, byte[] file, List<URI> services)
            throws IOException, InterruptedException {
        Optional<Path> program = find();
        if (program.isEmpty()) {
            return Optional.empty();
        }
        Files.createDirectories(folder);
        Files.write(folder.resolve("list.json"), file);
        int port = Container.freePort();
        String configuration =
                CONFIGURATION.formatted(folder.toAbsolutePath(), port, servers(services));
        Path written = Files.writeString(folder.resolve("nginx.conf"), configuration);
        Process process =
                new ProcessBuilder(
                                program.orElseThrow().toString(),
                                "-p",
                                folder.toString(),
                                "-c",
                                written.toAbsolutePath().toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("out.log").toFile())
                        .start();
        return Optional.of(new Nginx(process, URI.create("http://127.0.0.1:" + port)));
    }

    private static String servers(List<URI> services) {
        return services.stream()
                .map(service -> "server " + service.getAuthority() + "; ")
                .collect(Collectors.joining());
    }

    public URI address() {
        return address;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<Path> find() {
        String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin";
        for (String folder : path.split(File.pathSeparator, -1)) {
            Path candidate = Path.of(folder, "nginx");
            if (!folder.isEmpty() && Files.isExecutable(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
