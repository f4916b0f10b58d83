package com.rechain.dao.edge.local;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real nginx with the configuration that is committed, on a free port, before a given origin. */
final class Nginx implements AutoCloseable {
    private static final Path CONFIGURATION = Path.of("local", "nginx.conf");

    private final Process process;
    private final URI address;

    private Nginx(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static Optional<Path> program() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(Arrays.stream(path.split(File.pathSeparator)), Stream.of("/usr/sbin"))
                .map(folder -> Path.of(folder, "nginx"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Nginx start(Path program, Path folder, int originPort) throws IOException {
        // As root, nginx works as somebody else, who has to get here.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        int port = freePort();
        Path configuration =
                Files.writeString(
                        folder.resolve("nginx.conf"),
                        Files.readString(CONFIGURATION)
                                .replace("127.0.0.1:8088", "127.0.0.1:" + port)
                                .replace("127.0.0.1:8080", "127.0.0.1:" + originPort)
                                .replace("127.0.0.1:8090", "127.0.0.1:" + originPort));
        Process process =
                new ProcessBuilder(
                                program.toString(),
                                "-p",
                                folder.toString(),
                                "-c",
                                configuration.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("nginx.log").toFile())
                        .start();
        await().until(() -> !process.isAlive() || listens(port));
        if (!process.isAlive()) {
            throw new IOException(Files.readString(folder.resolve("nginx.log")));
        }
        return new Nginx(process, URI.create("http://127.0.0.1:" + port));
    }

    URI at(String path) {
        return URI.create(address + path);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor(10, TimeUnit.SECONDS);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean listens(int port) {
        try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
