package com.rechain.dao.perf.peer;

import com.rechain.dao.devstack.process.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
            worker_rlimit_nofile 65536;
            pid %1$s/nginx.pid;
            error_log %1$s/error.log warn;
            events { worker_connections 20000; }
            http {
              access_log off;
              sendfile on;
              tcp_nopush on;
              open_file_cache max=100 inactive=60s;
              keepalive_requests 1000000;
              keepalive_timeout 300s;
              client_body_temp_path %1$s/body; proxy_temp_path %1$s/proxy; fastcgi_temp_path %1$s/fastcgi;
              uwsgi_temp_path %1$s/uwsgi; scgi_temp_path %1$s/scgi;
              %3$s
            }
            """;
    private static final String FORWARDING =
            """
              upstream service { %3$s keepalive 128; }
              server {
                listen 127.0.0.1:%2$d backlog=4096;
                location = /file { alias %1$s/list.json; default_type application/json; }
                location / { proxy_pass http://service; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_connect_timeout 500ms; }
              }
            """;
    private static final String ORIGIN =
            """
              server {
                listen 127.0.0.1:%2$d backlog=4096;
                root %1$s;
                location / { try_files /list.json =404; default_type application/json; add_header Cache-Control "private, no-store"; }
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
        Optional<Path> program = Tool.NGINX.find();
        return program.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        run(
                                program.get(),
                                folder,
                                file,
                                Container.freePort(),
                                FORWARDING,
                                services));
    }

    /** Starts one that forwards to {@code service} and serves {@code file} at {@code /file}. */
    public static Nginx forwarding(Path folder, byte[] file, URI service)
            throws IOException, InterruptedException, MissingToolException {
        return run(
                Tool.NGINX.require(),
                folder,
                file,
                Container.freePort(),
                FORWARDING,
                List.of(service));
    }

    /**
     * Starts one that answers every path with the same bytes, which nobody may keep: a service that
     * costs as little as one can.
     */
    public static Nginx origin(Path folder, byte[] file)
            throws IOException, InterruptedException, MissingToolException {
        return run(Tool.NGINX.require(), folder, file, Container.freePort(), ORIGIN, List.of());
    }

    public URI address() {
        return address;
    }

    /** The worker, which does all the work. */
    public long worker() {
        return process.descendants().findFirst().orElseThrow().pid();
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

    private static Nginx run(
            Path program, Path folder, byte[] file, int port, String site, List<URI> services)
            throws IOException, InterruptedException {
        Path home = Files.createDirectories(folder).toAbsolutePath();
        Files.write(home.resolve("list.json"), file);
        String servers = site.formatted(home, port, servers(services));
        Path written =
                Files.writeString(
                        home.resolve("nginx.conf"), CONFIGURATION.formatted(home, port, servers));
        Process process =
                new ProcessBuilder(
                                program.toString(), "-p", home.toString(), "-c", written.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(home.resolve("out.log").toFile())
                        .start();
        Nginx nginx = new Nginx(process, URI.create("http://127.0.0.1:" + port));
        // A bench that is broken off leaves no server behind.
        Runtime.getRuntime().addShutdownHook(new Thread(nginx::close));
        if (!Await.until(Duration.ofSeconds(10), () -> listens(port))) {
            nginx.close();
            throw new IOException("nginx did not start; see " + home.resolve("error.log"));
        }
        return nginx;
    }

    private static boolean listens(int port) {
        try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static String servers(List<URI> services) {
        return services.stream()
                .map(service -> "server " + service.getAuthority() + "; ")
                .collect(Collectors.joining());
    }
}
