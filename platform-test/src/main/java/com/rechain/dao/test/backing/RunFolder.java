package com.rechain.dao.test.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder a test run keeps its servers in; it stays, for its logs, until a later run sweeps it.
 */
final class RunFolder {
    private static final String PREFIX = "backing-";

    private RunFolder() {}

    /** The folder of this JVM, after sweeping those of JVMs that are gone. */
    static Path create() {
        Path target = Path.of("target").toAbsolutePath();
        sweep(target);
        return target.resolve(PREFIX + ProcessHandle.current().pid());
    }

    static void sweep(Path target) {
        if (!Files.isDirectory(target)) {
            return;
        }
        try (Stream<Path> folders = Files.list(target)) {
            List<Path> stale = folders.filter(RunFolder::stale).toList();
            for (Path folder : stale) {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean stale(Path folder) {
        String name = folder.getFileName().toString();
        return name.matches(PREFIX + "\\d+")
                && ProcessHandle.of(Long.parseLong(name.substring(PREFIX.length()))).isEmpty();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
